import type { Locale } from '../../src/domain/locales.ts';

/** Where a secret stands in a carrier. */
export const GAP = '{}';

/** Sentences around a secret that say what it is. */
interface Carriers {
  readonly seed: string;
  readonly key: string;
  readonly password: string;
  readonly code: string;
}

export const CARRIERS: Readonly<Record<Locale, Carriers>> = {
  en: { seed: 'Someone asked for my recovery phrase, it is {}. Is my money safe?', key: 'my private key is {} please import it', password: 'I cannot log in, my password is {} and my mail is fine', code: 'the sms code is {} but it is not accepted' },
  'zh-CN': { seed: '我的助记词是 {} ，我的钱还安全吗？', key: '我的私钥是 {} ，请帮我导入', password: '登录不了，密码是 {} ，麻烦看看', code: '短信验证码是 {} ，一直不通过' },
  'zh-TW': { seed: '我的助記詞是 {} ，我的錢還安全嗎？', key: '我的私鑰是 {} ，請幫我匯入', password: '登入不了，密碼是 {} ，麻煩看看', code: '簡訊驗證碼是 {} ，一直不通過' },
  ja: { seed: '私のシードフレーズは {} です。大丈夫でしょうか', key: '秘密鍵は {} です。取り込んでください', password: 'ログインできません。パスワードは {} です', code: '認証コードは {} ですが、通りません' },
  ko: { seed: '제 시드 문구는 {} 입니다. 돈은 안전한가요?', key: '제 개인키는 {} 입니다 가져와 주세요', password: '로그인이 안 돼요 비밀번호는 {} 입니다', code: '인증번호는 {} 인데 안 됩니다' },
  es: { seed: 'Mi frase semilla es {}. ¿Está seguro mi dinero?', key: 'mi clave privada es {} por favor impórtela', password: 'no puedo entrar, mi contraseña es {} y mi correo funciona', code: 'el código de verificación es {} pero no lo acepta' },
  'pt-BR': { seed: 'Minha frase de recuperação é {}. Meu dinheiro está seguro?', key: 'minha chave privada é {} por favor importe', password: 'não consigo entrar, minha senha é {} e meu email funciona', code: 'o código de verificação é {} mas não aceita' },
  fr: { seed: 'Ma phrase de récupération est {}. Mon argent est-il en sécurité ?', key: 'ma clé privée est {} merci de l’importer', password: 'je ne peux pas me connecter, mon mot de passe est {} et mon mail marche', code: 'le code de vérification est {} mais il est refusé' },
  de: { seed: 'Meine Wiederherstellungsphrase lautet {}. Ist mein Geld sicher?', key: 'mein privater Schlüssel ist {} bitte importieren', password: 'ich komme nicht rein, mein Passwort lautet {} und die Mail geht', code: 'der Bestätigungscode lautet {} wird aber nicht angenommen' },
  ru: { seed: 'Моя сид-фраза: {}. Мои деньги в безопасности?', key: 'мой приватный ключ {} импортируйте пожалуйста', password: 'не могу войти, мой пароль {} а почта работает', code: 'код подтверждения {} но его не принимает' },
  tr: { seed: 'Kurtarma ifadem şu: {}. Param güvende mi?', key: 'özel anahtarım {} lütfen içe aktarın', password: 'giremiyorum, şifrem {} ve e-postam çalışıyor', code: 'doğrulama kodu {} ama kabul etmiyor' },
  vi: { seed: 'Cụm từ khôi phục của tôi là {}. Tiền của tôi có an toàn không?', key: 'khóa riêng tư của tôi là {} xin nhập giúp', password: 'tôi không vào được, mật khẩu của tôi là {} còn email vẫn dùng được', code: 'mã xác minh là {} nhưng không được chấp nhận' },
  id: { seed: 'Frasa pemulihan saya adalah {}. Apakah uang saya aman?', key: 'kunci pribadi saya {} tolong impor', password: 'saya tidak bisa masuk, kata sandi saya {} dan email saya baik', code: 'kode verifikasi saya {} tapi ditolak' },
  th: { seed: 'วลีกู้คืนของฉันคือ {} เงินของฉันปลอดภัยไหม', key: 'คีย์ส่วนตัวคือ {} ช่วยนำเข้าให้หน่อย', password: 'เข้าไม่ได้ รหัสผ่านคือ {} ช่วยด้วย', code: 'รหัสยืนยันคือ {} แต่ใช้ไม่ได้' },
  ar: { seed: 'عبارة الاسترداد الخاصة بي هي {} هل أموالي آمنة؟', key: 'مفتاحي الخاص هو {} أرجو استيراده', password: 'لا أستطيع الدخول، كلمة المرور هي {} والبريد يعمل', code: 'رمز التحقق هو {} لكنه مرفوض' },
  hi: { seed: 'मेरी रिकवरी फ्रेज है {} क्या मेरा पैसा सुरक्षित है?', key: 'मेरी निजी कुंजी है {} कृपया आयात करें', password: 'लॉगिन नहीं हो रहा, मेरा पासवर्ड {} है', code: 'सत्यापन कोड {} है लेकिन स्वीकार नहीं हो रहा' },
};

/** Sentences that do not say what stands in them. */
export const SILENT_CARRIERS = [GAP, 'hi, {}', '{} please help', 'here it is:\n{}\nthanks a lot', 'bitte prüfen: {} – danke', 'ここです {} お願いします', '看这里 {} 谢谢', 'смотрите {} спасибо', '여기요 {} 감사합니다', 'aquí está {} gracias'];
