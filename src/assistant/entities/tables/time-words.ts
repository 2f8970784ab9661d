/**
 * Words beside "3 days" that say when they were. The units themselves and words such as "yesterday"
 * are the cues of each language (`knowledge-base/cues`); these few prepositions mean nothing alone
 * and only this folder asks for them.
 */
export const TIME_WORDS = {
  /** It happened that long ago: "3 days ago", "vor 3 Tagen", "3天前". */
  past: [
    'ago', 'back', 'earlier', 'vor', 'her', 'hace', 'atrás', 'il y a', 'y a', 'há', 'ha', 'faz', 'назад', 'тому назад', 'önce', 'evvel', 'trước', 'cách đây', 'yang lalu', 'yg lalu', 'lalu', 'kemarin lalu',
    'ที่แล้ว', 'ก่อน', 'ที่ผ่านมา', 'منذ', 'قبل', 'पहले', 'pehle', '前', '之前', '以前', '전', '전에', '전부터',
  ],
  /** It has lasted that long: "for 3 days", "seit 3 Tagen", "已经3天". */
  lasting: [
    'for', 'since', 'past', 'last', 'waited', 'waiting', 'already', 'over', 'seit', 'schon', 'bereits', 'desde hace', 'llevo', 'ya', 'ya van', 'depuis', 'ça fait', 'já', 'faz', 'há mais de', 'уже', 'прошло', 'в течение', 'жду',
    'boyunca', 'dır', 'dir', 'được', 'suốt', 'rồi', 'đã', 'mất', 'selama', 'sudah', 'udah', 'มา', 'มาแล้ว', 'ผ่านไป', 'अब', 'से', 'पिछले', 'منذ', 'من', 'لمدة', 'مضى', '已经', '已經', '已', '等了', '等了快', '了', '过了', '過了', 'もう', '間', 'も', '経って', '以上', '동안', '째', '넘게', '이나', '벌써',
  ],
} as const satisfies Record<string, readonly string[]>;
