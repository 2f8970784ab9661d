import { describe, expect, it } from '@jest/globals';
import { findSecrets } from '../find-secrets.ts';

function codes(text: string): string[] {
  return findSecrets(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('one-time codes', () => {
  it.each([
    'code 829301', 'the sms code is 829301', '2fa: 829301', 'otp829301', 'Your code is 829301. Do not share', 'verification code: 829301 expired', 'the code I received is 829301', '829301 is my code', 'sms says 829301 is your verification code', 'I got this otp 829301 from your guy',
    '验证码 829301', '收到的验证码是829301', '829301 是验证码', '簡訊驗證碼是829301', '認証コードは829301でした', 'SMSで829301という認証コードが届いた', '届いたコードは829301です', '인증번호는 829301입니다', '문자로 온 코드 829301',
    'me llegó el código 829301', 'el código es 829301', 'recebi o código 829301', 'o código que chegou por sms foi 829301', 'j’ai reçu le code 829301', 'mon code sms c’est 829301', 'der Code aus der SMS ist 829301', 'Bestätigungscode 829301', 'код из смс 829301', 'мне пришел код 829301', 'doğrulama kodu: 829301', 'gelen kod 829301',
    'mã otp là 829301', 'mã xác nhận: 829301', 'kode OTP saya 829301', 'kodenya 829301', 'รหัส OTP คือ 829301', 'ได้รับรหัส 829301', 'رمز التحقق هو 829301', 'وصلني الرمز 829301', 'मेरा otp 829301 है', 'सत्यापन कोड 829301',
  ])('are found: %s', (text) => {
    expect(codes(text)).toEqual(['one_time_code 829301']);
  });

  it.each([
    ['the sms code is 483 920', ['one_time_code 483 920']],
    ['sms code 483-920', ['one_time_code 483-920']],
    ['PIN 4821', ['one_time_code 4821']],
    ['G-483920 is your Google verification code', ['one_time_code 483920']],
    ['backup codes: 12345678, 87654321 and 11112222', ['one_time_code 12345678', 'one_time_code 87654321', 'one_time_code 11112222']],
  ])('are found in other forms: %s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    'error code 100345', 'code 30001', 'referral code ABC', 'referral code 829301', 'postal code 110001', 'PIN code not accepted', 'PIN blocked after 3 attempts', 'the code has 6 digits', 'I got code 3 times', 'waiting 20 minutes for the code', 'the code expires in 60 seconds', 'code -1021', 'http code 404',
    'code: 200 ok', 'sms code for 100000 usdt', 'code sent to +491701234567', 'I sent 100000 usdt, code not received', '2fa not working since 2024', 'ticket 829301', 'uid 829301', 'code 829301.50', 'code 829301443',
    '错误代码 829301', '邀请码 829301', '验证码 6位数', 'エラーコード 829301', '招待コードは829301です', '오류 코드 829301', 'código de error 829301', 'código de erro 829301', 'code erreur 829301', 'Fehlercode 829301', 'код ошибки 829301', 'hata kodu 829301', 'mã lỗi 829301', 'kode error 829301',
    'รหัสข้อผิดพลาด 829301', 'رمز الخطأ 829301', 'त्रुटि कोड 829301',
  ])('are not seen in: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});
