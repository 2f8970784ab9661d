import { describe, expect, it } from '@jest/globals';
import { findSecrets } from '../find-secrets.ts';

/** Each with the password that is to go. */
const GIVEN: Readonly<Record<string, readonly (readonly [text: string, password: string])[]>> = {
  en: [['my password is Tr0ub4dor&3, pls check', 'Tr0ub4dor&3'], ['pw: hunter2', 'hunter2'], ['user bob pw hunter2x thx', 'hunter2x'], ['Password\nTr0ub4dor&3', 'Tr0ub4dor&3'], ['Login: b@x.example\nPassword: sunshine', 'sunshine'], ['password = "correct horse battery"', 'correct horse battery'],
    ['my password for the account is hunter22', 'hunter22'], ['the password i always use is Blue42sky', 'Blue42sky'], ['my old password was Liverpool96 and it fails', 'Liverpool96'], ['hunter2x is my password', 'hunter2x'], ['my password is 123456', '123456'], ['{"password": "abc12345"}', 'abc12345']],
  'zh-CN': [['密码是 abc123', 'abc123'], ['密码是abc123，请帮我', 'abc123'], ['我的登录密码：abc12345', 'abc12345'], ['密码就是qwe123', 'qwe123'], ['密码 sunshine99', 'sunshine99'], ['abc123是我的密码', 'abc123']],
  'zh-TW': [['密碼是Woaini520', 'Woaini520'], ['密碼改成了Taipei101a', 'Taipei101a']],
  ja: [['パスワードはabc123です', 'abc123'], ['パスワード Sakura99 でログインできません', 'Sakura99'], ['Sakura99がパスワードです', 'Sakura99']],
  ko: [['비밀번호는 abc123입니다', 'abc123'], ['비밀번호가 sarang99인데 안돼요', 'sarang99'], ['비번 qwer1234', 'qwer1234']],
  es: [['mi contraseña es Madrid2024', 'Madrid2024'], ['contrasena: perro123', 'perro123'], ['la contraseña de mi cuenta es Madrid2024', 'Madrid2024']],
  'pt-BR': [['minha senha é gato88', 'gato88'], ['senha: gato123', 'gato123'], ['gato123 é minha senha', 'gato123']],
  fr: [['mon mot de passe est chat99!', 'chat99!'], ['mdp: chat123', 'chat123'], ['mot de passe : « chat 123 »', 'chat 123']],
  de: [['Passwort lautet Geheim123!', 'Geheim123!'], ['mein passwort war sommer77', 'sommer77'], ['sommer77 ist mein Passwort', 'sommer77']],
  ru: [['мой пароль Москва2024', 'Москва2024'], ['пароль от аккаунта kotik123', 'kotik123'], ['мой пароль - kotik123', 'kotik123']],
  tr: [['şifrem Ankara2024', 'Ankara2024'], ['parolam: kedi1234', 'kedi1234']],
  vi: [['mật khẩu của tôi là abc@123', 'abc@123'], ['mk meocon123', 'meocon123'], ['mật khẩu của em là meocon123', 'meocon123']],
  id: [['kata sandi saya kucing123', 'kucing123'], ['sandi: kucing123', 'kucing123']],
  th: [['รหัสผ่านคือabc123', 'abc123'], ['รหัสผ่านของฉันคือ maew1234', 'maew1234']],
  ar: [['كلمة المرور هي abc123', 'abc123'], ['الباسورد qitta123', 'qitta123']],
  hi: [['मेरा पासवर्ड billi123 है', 'billi123'], ['पासवर्ड: billi123', 'billi123']],
};

describe.each(Object.entries(GIVEN))('passwords given in %s', (_locale, cases) => {
  it.each(cases)('%s', (text, password) => {
    expect(findSecrets(text).map(({ kind, start, end }) => [kind, text.slice(start, end).trim()])).toEqual([['password', password]]);
  });
});

describe('words about passwords', () => {
  it.each([
    'my password is wrong', 'my password is not working', 'password reset', 'password: forgotten', 'Password: must contain 8-20 characters', 'password must have at least 8 characters', 'change password 3 times', 'I reset my password yesterday at 14:30',
    'password changed on 2024-05-01', 'password reset link expired after 24h', 'is my password safe with you?', '2fa or password', 'the login password is different', 'my email bob99@mail.example is my login', 'password for case 7K3M-92QX', 'password manager: KeePass, 1Password',
    'Passwort vergessen', 'mindestens 8 Zeichen im Passwort', 'la contraseña debe tener 8 caracteres', 'esqueci minha senha', 'mot de passe oublié', 'забыл пароль', 'şifremi unuttum', 'quên mật khẩu', 'lupa kata sandi', 'ลืมรหัสผ่าน', 'نسيت كلمة المرور',
    'पासवर्ड भूल गया', '密码错误5次', '密码强度8-20位', 'パスワードを忘れました', '비밀번호를 잊어버렸어요', 'https://exchange.example/reset-password?lang=en', 'perdeu a senha em 2019, eu mesmo',
  ])('are left alone: %s', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});
