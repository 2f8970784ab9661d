import { toPlain } from '../reading/to-plain.ts';

/** Words between a name and what it names: "is", "now", "reads", in the languages that part words by blanks. */
export const LINKING_WORDS: ReadonlySet<string> = new Set(toPlain(`
  is was are it's its equals now still currently reads goes
  ist war lautet lautete heißt jetzt noch nun
  es era fue ahora son sigue siendo é eh era foi agora são
  est était maintenant c'est sont
  это был была было теперь сейчас такой вот
  olarak şimdi şu là giờ là của tôi mình adalah ialah yaitu itu sekarang masih saya aku gue
  هو هي كان كانت الان الخاصه الخاص بي है हैं था ये यह अब 는 은 이 가 는요 지금 바로
`).trim().split(/\s+/));

/** The same in scripts without blanks, longest first; they may be followed at once by what is named. */
export const LINKING_PREFIXES: readonly string[] = [
  '应该是', '應該是', '改成了', '设置为', '設定為', '設置為', '设为', '設為', '就是', '改成', '分别是', '分別是', '现在是', '現在是', '是', '为', '為', '叫',
  'cua em', 'cua anh', 'cua chi', 'cua toi', 'cua minh', 'というのは', 'って', 'は', 'が', 'ของฉันคือ', 'ของผมคือ', 'ของฉัน', 'ของผม', 'คือ', 'เป็น', 'ว่า', '입니다', '은', '는', '이', '가',
];

/** Words that join a name to whose it is: "the password of my account …". */
export const JOINING_WORDS: ReadonlySet<string> = new Set(toPlain('for of to from on für von vom zu zum bei de del da do du pour para от для к на к untuk dari cho của').split(' '));

/** Words between a value and its name when the value comes first: "x is my password". One of the first kind must be there. */
export const BACKWARD_VERBS: ReadonlySet<string> = new Set(toPlain('is was as ist war als est comme es era fue como eh foi это был как adalah هو هي है').split(' '));
export const BACKWARD_FILLERS: ReadonlySet<string> = new Set(toPlain('the my our your this sms login new old der das mein meine dein ihr le la mon ma votre ton el mi tu su o a meu minha seu sua мой наш ваш твой код यह मेरा').split(' '));
/** The same in scripts without blanks, whole. */
export const BACKWARD_JOINS: ReadonlySet<string> = new Set(['是', '就是', '是我的', '是您的', '是你的', 'という', 'が', 'は', 'の']);

/** What a count is of: "a code of 6 digits", "100000 usdt", "3 times". */
const UNITS = new Set(toPlain(`
  character characters chars char digit digits letters symbols times time minutes min mins minute hours hour days seconds sec usdt usdc usd btc eth eur bnb sol trx xrp
  dollar dollars euro euros rupees rupiah yen won baht lira rub brl try idr vnd inr krw jpy cny thb k m mil
  zeichen ziffern buchstaben stellen stellig mal minuten stunden tage sekunden euro caracteres dígitos digitos letras veces vezes minutos horas días dias pesos reais
  caractères chiffres lettres fois minutes heures jours символов символа цифр цифры знаков раз раза минут часов дней рублей руб
  karakter karakterli haneli basamak kez kere dakika saat gün lira tl ký tự chữ số số lần phút giờ ngày đồng digit angka huruf kali menit jam hari rupiah juta ribu
  حرف احرف ارقام رقم مرات مرة دقيقة ساعة يوم दिन अंक अंकों अक्षर बार मिनट घंटे रुपये
`).trim().split(/\s+/));
const UNIT_PREFIX = /^(?:位|个|個|次|分|小时|小時|天|元|块|塊|桁|文字|回|件|円|時間|日|자리|자|번|회|분|시간|일|원|글자|만|ตัว|หลัก|ครั้ง|นาที|ชั่วโมง|วัน|บาท|万|萬|%|₫|€|\$|₽|₹|₺|฿|₩|¥|£)/;

/** Whether what follows a number makes it a count, an amount or a price. @param after the plain text right after the number. */
export function isCounted(after: string): boolean {
  const rest = after.slice(0, 24).trimStart();
  if (UNIT_PREFIX.test(rest)) return true;
  const word = /^[\p{L}\p{M}]+/u.exec(rest)?.[0];
  return word !== undefined && UNITS.has(word);
}
