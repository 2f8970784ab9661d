import { toPlain } from '../reading/to-plain.ts';

/**
 * Small words that prose has everywhere and no word list has: where one stands between words of a list,
 * it is prose. In the languages of the word lists and those whose prose shares words with them.
 */
const WORDS = `
  a an the of to in is it its was were are be been am i im my me mine he she his her him they them their we us our your yours yes no not
  and or but if so as at by for from on with into than then do does did dont doesnt didnt has had having would could may might must shall were
  get got gets how why where who which whose these those here there being too very
  el los las un una unos unas de del al y o u en con por para sin que qué como cuando donde pero no si mi mis tu tus su sus se me te le les lo
  nos es son era fue ha he han esta este esto estoy ser yo muy mas ya
  le la les un une des du de et ou où en dans sur avec par pour sans que qui quoi ne pas plus mon ma mes ton ta tes son sa ses se ce cet cette ces
  est sont était je tu il elle nous vous ils elles on au aux ai as avez ont mais
  il lo gli i uno una di del della dei delle da dal dalla nel nella in con su per tra fra e ed o ma se che chi non mio mia miei tuo tua è sono era ho hai ha
  o os as um uma uns umas do da dos das no na nos nas em com por para sem que como quando mas se meu minha meus seu sua eu ele ela nós é são foi está estou não
  a i v ve z ze s se k ke na do od o po za pro při bez ale nebo že když kde jak co je jsou byl byla bylo mám máte můj moje mi mě jsem to ten ta ty ne
  der die das den dem des ein eine einen einem einer und oder aber mit von zu zum zur für auf im ist sind war ich mein meine meinen nicht auch
  yang di ke dan ini itu saya aku untuk dari dengan tidak ada anh em toi la va cho khong bu bir ve icin ile benim
`;

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(toPlain(WORDS).trim().split(/\s+/));

/**
 * Words of the English list that prose is full of. A random phrase of 12 has one of them in three; where they
 * are many and no checksum holds, it is prose.
 */
export const PROSE_WORDS: ReadonlySet<string> = new Set(`
  about above across again all also always any because become before between both can cannot day during each every first have help into just keep know like make
  many more much must never new next not note now number off often once one only open other over own please question same say send should since some still such
  system that then there they this time trade try type under until update use very want way what when where will work year you your
  array balance category code data detail display error field file index input item key list letter method name network object option order page private program
  result return sign start stop string suggest table text token type update url value version wait web
`.trim().split(/\s+/));
