/**
 * Words beside "3 days" that say when they were. The units themselves and words such as "yesterday"
 * are the cues of each language (`knowledge-base/cues`); these few mean nothing alone, and which side
 * of the number they stand on is part of them.
 */
export const TIME_WORDS = {
  /** It happened that long ago: "vor 3 Tagen", "hace 3 días". */
  pastBefore: ['vor', 'hace', 'il y a', 'y a', 'há', 'tem', 'тому', 'cách đây', 'منذ', 'قبل', 'من', 'مند'],
  /** "3 days ago", "3天前". */
  pastAfter: [
    'ago', 'back', 'earlier', 'her', 'atrás', 'назад', 'тому назад', 'önce', 'evvel', 'trước', 'yang lalu', 'yg lalu', 'lalu', 'ที่แล้ว', 'ก่อน', 'ที่ผ่านมา', 'पहले', 'pehle', 'pahle',
    '前', '之前', '以前', '전', '전에', '전부터',
  ],
  /** It has lasted that long: "for 3 days", "seit 3 Tagen", "已经3天". */
  lastingBefore: [
    'for', 'since', 'past', 'last', 'waited', 'waiting', 'already', 'seit', 'schon', 'bereits', 'desde hace', 'llevo', 'llevamos', 'ya', 'ya van', 'depuis', 'ça fait', 'já', 'faz', 'há mais de', 'уже', 'прошло', 'прошел', 'жду',
    'suốt', 'đã', 'mất', 'gần', 'selama', 'sudah', 'udah', 'มา', 'รอ', 'รอมา', 'ผ่านไป', 'पिछले', 'صار', 'صارله', 'مضى', 'بقاله', '已经', '已經', '已', '等了', '等了快', '过了', '過了', 'もう', '벌써',
  ],
  /** "3天了", "3일째". */
  lastingAfter: ['already', 'now', 'boyunca', 'oldu', 'rồi', 'แล้ว', 'มาแล้ว', 'से', 'ho gaye', 'ho gya', 'हो गए', '了', '過ぎて', '経って', '経ちました', '동안', '째', '넘게'],
} as const satisfies Record<string, readonly string[]>;
