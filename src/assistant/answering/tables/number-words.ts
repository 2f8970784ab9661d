import type { Locale } from '../../../domain/locales.ts';

/**
 * How digits are said, zero to nine, several ways each: four in a row are a number read out. Words
 * that are also other words ("a", "ein", "mot") only count in such a row.
 */
export const DIGIT_WORDS: Readonly<Record<Locale, string>> = {
  en: 'zero oh one two three four five six seven eight nine double triple',
  'zh-CN': '', 'zh-TW': '', ja: 'ゼロ いち に さん よん ご ろく なな はち きゅう',
  ko: '영 공 일 이 삼 사 오 육 칠 팔 구 하나 둘 셋 넷',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve',
  'pt-BR': 'zero um dois tres quatro cinco seis sete oito nove meia',
  fr: 'zero un deux trois quatre cinq six sept huit neuf',
  de: 'null eins zwei zwo drei vier funf sechs sieben acht neun',
  ru: 'ноль нуль один два три четыре пять шесть семь восемь девять',
  tr: 'sifir bir iki uc dort bes alti yedi sekiz dokuz',
  vi: 'khong mot hai ba bon tu nam lam sau bay tam chin',
  id: 'nol kosong satu dua tiga empat lima enam tujuh delapan sembilan',
  th: 'ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า',
  ar: 'صفر واحد اثنان اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه',
  hi: 'शून्य जीरो एक दो तीन चार पांच पाँच छह छः सात आठ नौ',
};

/** Words for large numbers, folded: an amount in words needs a source like one in digits. Beginnings of words. */
export const LARGE_NUMBERS: Readonly<Record<Locale, string>> = {
  en: 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion',
  'zh-CN': '', 'zh-TW': '', ja: '', ko: '',
  es: 'veint|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|quinient|mil|millon|miles',
  'pt-BR': 'vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cem|cento|quinhent|mil|milhao|milhoes|milhares',
  fr: 'vingt|trente|quarante|cinquante|soixante|cent|cents|mille|million|milliard',
  de: 'zwanzig|\\p{L}+und(?:zwan|vier|funf|sech|sieb|acht|neun)zig|dreissig|dreißig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|\\p{L}*hundert|\\p{L}*tausend|million|milliarde',
  ru: 'двадцат|тридцат|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяност|сто|двести|триста|пятьсот|тысяч|миллион|миллиард',
  tr: 'yirmi|otuz|kirk|elli|altmis|yetmis|seksen|doksan|yuz|bin|milyon|milyar',
  vi: 'muoi|nghin|trieu',
  id: 'puluh|belas|seratus|ratus|seribu|ribu|juta|miliar',
  th: '', ar: 'عشرون|عشرين|ثلاثون|ثلاثين|اربعون|اربعين|خمسون|خمسين|ستين|سبعين|ثمانين|تسعين|مئه|مائه|الف|الاف|مليون|مليار',
  hi: 'बीस|तीस|चालीस|पचास|साठ|सत्तर|अस्सी|नब्बे|सौ|हजार|हज़ार|लाख|करोड़',
};

/** Numerals of scripts without blanks, as they stand before what they count. */
export const NUMERALS = /[〇零一二三四五六七八九两兩壹贰叁肆伍陆柒捌玖]{3,}|[一二三四五六七八九两兩][十百千万萬亿億][一二三四五六七八九十百千万萬亿億]*|十[一二三四五六七八九]|(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)|ยี่สิบ|(?:[이삼사오육칠팔구]?[십백천만억]+)\s?(?:시간|일|분|달러|원|퍼센트|개월|번)/gu;
