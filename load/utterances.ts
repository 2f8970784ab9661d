import type { Locale } from '../src/domain/locales.ts';

/** What contacts of the load tool say. Their own words, of no collection that anything is learned from or judged by. */
export interface Utterances {
  readonly questions: readonly string[];
  /** Said when there is an answer already. */
  readonly more: readonly string[];
  readonly person: string;
  readonly incidents: readonly string[];
  readonly thanks: string;
}

export const UTTERANCES: Readonly<Record<Locale, Utterances>> = {
  en: {
    questions: ['I sent ETH from another wallet an hour ago and my balance still shows nothing', 'what do you charge for taking bitcoin out?', 'my limit order just sits there', 'the text message with my sign-in number never comes'],
    more: ['it was the Arbitrum network if that matters', 'I did that already, still the same'], person: 'let me speak with somebody please',
    incidents: ['somebody got into my account and moved everything out', 'I gave my login to a man on the phone who said he works for you'], thanks: 'great, that did it',
  },
  'zh-CN': {
    questions: ['昨晚从别的钱包转来的币到现在余额里还没有', '提现要收多少手续费', '挂的限价单怎么一直不成交', '登录短信一直收不到'],
    more: ['走的是波场那条链', '这些我都试过了还是不行'], person: '我想找真人聊聊',
    incidents: ['有人登了我的账户把币全转走了', '刚才有人自称你们员工，我把登录信息告诉他了'], thanks: '好的，解决了',
  },
  'zh-TW': {
    questions: ['昨晚從別的錢包轉來的幣到現在餘額裡還沒有', '提領要收多少手續費', '掛的限價單怎麼一直不成交', '登入簡訊一直收不到'],
    more: ['走的是波場那條鏈', '這些我都試過了還是不行'], person: '我想找真人聊聊',
    incidents: ['有人登入我的帳戶把幣全轉走了', '剛才有人自稱你們員工，我把登入資料告訴他了'], thanks: '好的，解決了',
  },
  ja: {
    questions: ['一時間前に別のウォレットから送ったのに残高が増えません', 'ビットコインを出すときの手数料を知りたい', '指値注文がずっと残ったままです', 'ログイン用のSMSが届きません'],
    more: ['ネットワークはArbitrumです', 'それはもう試しましたが同じです'], person: '担当の方と話したいのですが',
    incidents: ['誰かが私の口座に入って全部送金してしまいました', 'そちらの社員だという電話の人にログイン情報を教えてしまいました'], thanks: '助かりました、直りました',
  },
  ko: {
    questions: ['한 시간 전에 다른 지갑에서 보냈는데 잔고가 그대로예요', '비트코인 출금할 때 수수료가 얼마인가요', '지정가 주문이 계속 걸려만 있어요', '로그인 문자가 안 와요'],
    more: ['아비트럼 네트워크였어요', '그건 이미 해봤는데 똑같아요'], person: '상담원이랑 이야기하고 싶어요',
    incidents: ['누가 제 계정에 들어와서 전부 빼 갔어요', '직원이라는 사람 전화에 로그인 정보를 알려 줬어요'], thanks: '네 해결됐어요',
  },
  es: {
    questions: ['hace una hora mandé ETH desde otra cartera y mi saldo sigue igual', '¿cuánto cobran por sacar bitcoin?', 'mi orden límite sigue ahí sin ejecutarse', 'no me llega el mensaje para entrar'],
    more: ['fue por la red Arbitrum', 'eso ya lo hice y sigue igual'], person: 'quiero hablar con alguien, por favor',
    incidents: ['alguien entró en mi cuenta y se llevó todo', 'le di mi clave a un señor que llamó diciendo que era de ustedes'], thanks: 'listo, ya funcionó',
  },
  'pt-BR': {
    questions: ['mandei ETH de outra carteira faz uma hora e o saldo não mudou', 'quanto vocês cobram para sacar bitcoin?', 'minha ordem limite fica parada', 'o SMS para entrar não chega'],
    more: ['foi pela rede Arbitrum', 'já fiz isso e continua igual'], person: 'quero falar com alguém, por favor',
    incidents: ['alguém entrou na minha conta e levou tudo', 'passei meu login para um homem que ligou dizendo ser da empresa'], thanks: 'deu certo, obrigado',
  },
  fr: {
    questions: ['j\'ai envoyé des ETH depuis un autre portefeuille il y a une heure et mon solde ne bouge pas', 'combien prenez-vous pour sortir des bitcoins ?', 'mon ordre à cours limité reste en attente', 'le SMS pour me connecter n\'arrive jamais'],
    more: ['c\'était par le réseau Arbitrum', 'je l\'ai déjà fait, toujours pareil'], person: 'je voudrais parler à quelqu\'un',
    incidents: ['quelqu\'un est entré dans mon compte et a tout sorti', 'j\'ai donné mes identifiants à un homme au téléphone qui disait travailler chez vous'], thanks: 'parfait, ça marche',
  },
  de: {
    questions: ['ich habe vor einer Stunde ETH von einer anderen Wallet geschickt und sehe nichts davon', 'was kostet es, Bitcoin auszuzahlen?', 'meine Limit-Order liegt nur herum', 'die SMS zum Anmelden kommt nie an'],
    more: ['es ging über Arbitrum', 'habe ich schon gemacht, es bleibt dabei'], person: 'ich möchte bitte mit jemandem sprechen',
    incidents: ['jemand war in meinem Konto und hat alles weggeschickt', 'ich habe einem Mann am Telefon, der angeblich bei Ihnen arbeitet, meine Anmeldedaten gegeben'], thanks: 'super, das war es',
  },
  ru: {
    questions: ['час назад отправил эфир с другого кошелька, а баланс не изменился', 'сколько берёте за вывод биткоина?', 'мой лимитный ордер просто висит', 'СМС для входа так и не приходит'],
    more: ['сеть была Arbitrum', 'это уже делал, всё так же'], person: 'хочу поговорить с человеком',
    incidents: ['кто-то зашёл в мой аккаунт и всё вывел', 'я сказал свои данные для входа мужчине, который назвался вашим сотрудником'], thanks: 'отлично, получилось',
  },
  tr: {
    questions: ['bir saat önce başka cüzdandan ETH gönderdim, bakiyem hâlâ aynı', 'bitcoin çekerken ne kadar kesiyorsunuz?', 'limit emrim öylece bekliyor', 'giriş için gelen SMS bir türlü ulaşmıyor'],
    more: ['Arbitrum ağıydı', 'onu denedim, değişen bir şey yok'], person: 'biriyle konuşmak istiyorum',
    incidents: ['biri hesabıma girip her şeyi çekmiş', 'sizden aradığını söyleyen bir adama giriş bilgilerimi verdim'], thanks: 'tamam, oldu',
  },
  vi: {
    questions: ['tôi chuyển ETH từ ví khác một tiếng rồi mà số dư vẫn vậy', 'rút bitcoin thì mất bao nhiêu phí?', 'lệnh giới hạn của tôi cứ treo mãi', 'tin nhắn để đăng nhập mãi không tới'],
    more: ['qua mạng Arbitrum', 'tôi làm rồi mà vẫn thế'], person: 'cho tôi nói chuyện với nhân viên',
    incidents: ['có người vào tài khoản của tôi rút sạch rồi', 'tôi lỡ đưa thông tin đăng nhập cho người gọi điện tự xưng là nhân viên sàn'], thanks: 'được rồi, cảm ơn nhé',
  },
  id: {
    questions: ['sejam lalu saya kirim ETH dari dompet lain, saldo belum berubah', 'berapa potongan kalau tarik bitcoin?', 'order limit saya diam saja', 'SMS untuk masuk tidak pernah sampai'],
    more: ['lewat jaringan Arbitrum', 'sudah saya coba, tetap sama'], person: 'saya mau bicara dengan orang',
    incidents: ['ada yang masuk ke akun saya dan menguras semuanya', 'saya memberi data masuk ke penelepon yang mengaku pegawai kalian'], thanks: 'sip, sudah beres',
  },
  th: {
    questions: ['โอน ETH จากกระเป๋าอื่นมาชั่วโมงนึงแล้วยอดยังไม่ขึ้น', 'ถอนบิตคอยน์เสียค่าธรรมเนียมเท่าไหร่', 'คำสั่งลิมิตของฉันค้างอยู่อย่างนั้น', 'ข้อความสำหรับเข้าสู่ระบบไม่มาสักที'],
    more: ['ใช้เครือข่าย Arbitrum', 'ลองแล้วก็ยังเหมือนเดิม'], person: 'ขอคุยกับคนหน่อย',
    incidents: ['มีคนเข้าบัญชีฉันแล้วโอนออกหมดเลย', 'ฉันบอกข้อมูลเข้าระบบกับคนที่โทรมาอ้างว่าเป็นพนักงานของคุณ'], thanks: 'ได้แล้ว ขอบคุณ',
  },
  ar: {
    questions: ['أرسلت إيثيريوم من محفظة أخرى قبل ساعة ورصيدي لم يتغير', 'كم تأخذون على سحب البيتكوين؟', 'أمري المحدد ما زال معلقا', 'رسالة الدخول لا تصلني أبدا'],
    more: ['كانت على شبكة أربيتروم', 'جربت ذلك ولم يتغير شيء'], person: 'أريد أن أتكلم مع شخص من فضلكم',
    incidents: ['دخل أحدهم إلى حسابي وأخرج كل شيء', 'أعطيت بيانات دخولي لرجل اتصل وقال إنه يعمل عندكم'], thanks: 'ممتاز، انحلت',
  },
  hi: {
    questions: ['एक घंटे पहले दूसरे वॉलेट से ETH भेजा था, बैलेंस वैसा ही है', 'बिटकॉइन निकालने पर कितना कटता है?', 'मेरा लिमिट ऑर्डर बस पड़ा हुआ है', 'लॉगिन वाला एसएमएस आता ही नहीं'],
    more: ['आर्बिट्रम नेटवर्क से भेजा था', 'वह कर चुका हूँ, फिर भी वही हाल है'], person: 'मुझे किसी इंसान से बात करनी है',
    incidents: ['किसी ने मेरे खाते में घुसकर सब निकाल लिया', 'मैंने एक आदमी को लॉगिन की जानकारी दे दी जो खुद को आपका कर्मचारी बता रहा था'], thanks: 'ठीक है, हो गया',
  },
};

/** What agents say back. */
export const REPLIES = ['Thank you for waiting. I am looking into it now.', 'I found your transfer; it needs a few more confirmations.', 'I have passed this on and will stay with you.', 'Could you tell me when this began?'];
export const NOTES = ['Called the payments desk, they check.', 'Second contact about this today.', 'Waits for the other side.'];
