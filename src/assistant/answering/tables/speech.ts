import type { Locale } from '../../../domain/locales.ts';

/**
 * What may not be said, in patterns over folded text (small letters, no diacritics in Latin and
 * Cyrillic). Every language's patterns count in every language: attacks mix them.
 */
export interface SpeechPatterns {
  /** What opens an account or a wallet. */
  readonly secret: string;
  /** Give it to us, write it here, tell me. */
  readonly ask: string;
  /** Turns asking and promising into warning. */
  readonly not: string;
  /** What nobody may promise, and advice. */
  readonly promise: string;
  /** Talk about how the assistant was instructed. */
  readonly meta: string;
}

export const SPEECH: Readonly<Record<Locale, SpeechPatterns>> = {
  en: {
    secret: 'passwords?|passcodes?|pin codes?|seed ?phrases?|seed words|recovery (?:phrase|words|codes?)|mnemonic|private keys?|secret keys?|api secrets?|(?:2fa|sms|otp|verification|security|authenticator|one[- ]time|login|backup) codes?|otp|card numbers?|cvv|12 words|24 words|remote access',
    ask: '(?:send|give|tell|share|provide|forward|show|message|email|dm|submit|supply|disclose|reveal|confirm|text)\\b.{0,40}\\b(?:us|me|here|to support|to our|in this chat|in the chat|with support|with our)\\b|\\b(?:type|enter|write|post|paste|reply|respond|put|drop)\\b.{0,60}\\b(?:here|below|in this chat|in the chat|this chat|to us|to me|to this message|with your)\\b|\\bwhat(?: is|\'s) your\\b|\\b(?:we|i)(?: will|\'ll)? (?:also )?(?:need|require|want)\\b|\\b(?:send|give|tell|share|provide|confirm) (?:me |us )?your\\b|\\breply with\\b',
    not: '\\b(?:never|not|no|nobody|none|without|don\'t|doesn\'t|won\'t|refuse|except)\\b|n\'t\\b',
    promise: '\\bguarantee[ds]?\\b|\\b(?:we|i) promise\\b|\\byou(?: will|\'ll)(?: \\w+)? (?:get|receive) (?:your|the|all)? ?(?:money|funds|coins|refund)|\\bwill be (?:fully )?(?:refunded|reimbursed|compensated)|\\b(?:we|i)(?: will|\'ll) (?:refund|reimburse|compensate|recover|unlock|unfreeze)|\\b100 ?% (?:safe|sure|certain)|\\brisk[- ]free\\b|\\byou should (?:buy|sell|invest|hold|short|long)\\b|\\b(?:i|we) (?:recommend|advise|suggest) (?:buying|selling|investing|you (?:buy|sell|invest))|\\bprice will (?:rise|go up|fall|moon)',
    meta: 'system (?:prompt|message|instructions?)|(?:my|these|our|hidden|secret|internal|previous|original) (?:instructions|guidelines|prompt|directives)|\\bprompts?\\b|language model|\\bllm\\b|(?:as an|i am an|i\'m an) ai|chatgpt|openai|\\bpassages?\\b|fenced|no_answer|noanswer|(?:was|were|am|been) (?:told|instructed|asked|programmed) (?:to|not)|jailbreak|developer mode',
  },
  'zh-CN': {
    secret: '密码|验证码|助记词|恢复短语|私钥|卡号|动态码|安全码|短信码|备份码|api密钥|密钥',
    ask: '(?:发|告诉|提供|给|报|传|回复|发送)(?:给|到)?(?:我|我们|客服|这里)|(?:把|将|请).{0,20}(?:发|告诉|提供|给|报|输入|填写|回复)(?:给我|给我们|到这里|在这里|在此|过来|我|我们)|(?:在这里|在此|在聊天中|在下方)(?:输入|填写|发送|提供)|请(?:提供|回复|发送|告知)|您的.{0,12}(?:是多少|是什么)',
    not: '不|勿|绝|无需|别(?:把|将|给|告|向)|没有',
    promise: '保证(?:退|赔|到账|收益|盈利|安全|能)|一定(?:会)?(?:退款|赔偿|到账|找回|赚)|承诺|稳赚|包赔|百分之百|建议您?(?:买入|卖出|投资|购买)|应该(?:买入|卖出|投资)|价格(?:会|将)(?:上涨|下跌)',
    meta: '系统提示|提示词|我的(?:指令|规则|设定)|语言模型|人工智能模型|编号段落|段落|围栏|被(?:告知|指示|要求)(?:不|只)|这些规则|系统消息|系统指令',
  },
  'zh-TW': {
    secret: '密碼|驗證碼|助記詞|恢復短語|註記詞|私鑰|卡號|動態碼|安全碼|簡訊碼|備份碼|api金鑰|金鑰',
    ask: '(?:發|傳|告訴|提供|給|報|回覆|發送|傳送)(?:給|到)?(?:我|我們|客服|這裡)|(?:把|將|請).{0,20}(?:發|傳|告訴|提供|給|報|輸入|填寫|回覆)(?:給我|給我們|到這裡|在這裡|在此|過來|我|我們)|(?:在這裡|在此|在聊天中|在下方)(?:輸入|填寫|傳送|提供)|請(?:提供|回覆|傳送|告知)|您的.{0,12}(?:是多少|是什麼)',
    not: '不|勿|絕|無需|別(?:把|將|給|告|向)|沒有',
    promise: '保證(?:退|賠|到帳|收益|獲利|安全|能)|一定(?:會)?(?:退款|賠償|到帳|找回|賺)|承諾|穩賺|包賠|百分之百|建議您?(?:買入|賣出|投資|購買)|應該(?:買入|賣出|投資)|價格(?:會|將)(?:上漲|下跌)',
    meta: '系統提示|提示詞|我的(?:指令|規則|設定)|語言模型|人工智慧模型|編號段落|段落|圍欄|被(?:告知|指示|要求)(?:不|只)|這些規則|系統訊息|系統指令',
  },
  ja: {
    secret: 'パスワード|シードフレーズ|リカバリーフレーズ|復元フレーズ|秘密鍵|認証コード|確認コード|ワンタイム|カード番号|バックアップコード|apiシークレット|暗証番号',
    ask: '(?:送信|送って|お送り|教えて|お教え|お知らせ|ご連絡|提示|共有|返信|提供)(?:して)?(?:ください|下さい|いただ|お願い)|(?:ここ|こちら|このチャット|チャット)(?:に|で|へ).{0,20}(?:入力|記入|書|送|貼)',
    not: 'ない|ません|しないで|決して|絶対に(?:求め|教え)|なく|(?<!必)ず',
    promise: '保証(?:します|いたします|いたし|されます)|必ず(?:返金|補償|戻|儲|入金)|返金(?:いたします|します|されます)|補償します|お約束|確実に儲か|(?:買う|売る|投資する|購入する)べき|(?:買う|売る|投資)ことをお(?:すすめ|勧め)|価格は(?:上が|下が)り',
    meta: 'システムプロンプト|プロンプト|(?:私|わたし)の(?:指示|ルール|設定)|言語モデル|パッセージ|指示されて|内部ルール|aiモデル|システムメッセージ|命令には従',
  },
  ko: {
    secret: '비밀번호|패스워드|시드 ?문구|시드 ?구문|복구 ?문구|복구 ?구문|니모닉|개인 ?키|프라이빗 ?키|인증 ?코드|인증 ?번호|otp|카드 ?번호|백업 ?코드|보안 ?코드',
    ask: '(?:보내|알려|말해|전달해|공유해|제공해|제출해|적어|남겨|회신해)\\s?(?:주세요|주십시오|주시|줘)|(?:여기|이곳|채팅|아래)(?:에|로|창에).{0,20}(?:입력|적|작성|보내|붙여)|답장해 ?주세요',
    not: '마세요|마십시오|않|절대|말고|없|금지',
    promise: '보장(?:합니다|해 ?드립니다|됩니다|드)|반드시 (?:환불|보상|돌려|입금)|환불해 ?드(?:리|립)|보상해 ?드(?:리|립)|약속(?:합니다|드립니다)|(?:매수|매도|투자|구매)하(?:세요|는 것이 좋)|가격(?:이|은) (?:오를|상승할|떨어질)',
    meta: '시스템 ?프롬프트|프롬프트|(?:제|나의|내) ?(?:지침|지시|규칙)|언어 ?모델|구절|단락 번호|지시받|시스템 ?메시지|ai 모델',
  },
  es: {
    secret: 'contrasenas?|claves? privadas?|frase (?:semilla|de recuperacion|secreta)|palabras de recuperacion|semilla|codigos? (?:2fa|sms|de (?:verificacion|seguridad|acceso|un solo uso|respaldo|autenticacion|recuperacion))|numero de (?:la |su |tu )?tarjeta|cvv|pin|acceso remoto|secreto de (?:la )?api',
    ask: '(?:envi|mand|compart|proporcion|facilit|d[aei]|dig|dim|escrib|indi[cq]|confirm|pas)\\p{L}*(?:nos|me)\\b|\\b(?:nos|me) (?:envi|mand|d[ae]|dig|compart|proporcion|indi)\\p{L}*|(?:escrib|introduz|ingres|pon|peg|respond)\\p{L}*\\b.{0,60}\\b(?:aqui|abajo|en este chat|en el chat|a este mensaje)|cual es (?:su|tu)\\b|\\b(?:necesitamos|necesito) (?:su|tu|el|la)\\b|respond\\p{L}* con (?:su|tu)',
    not: '\\b(?:no|nunca|nadie|jamas|sin|ningun\\p{L}*|tampoco|ni)\\b',
    promise: 'garantiz\\p{L}+|\\bprometemos|le (?:devolveremos|reembolsaremos|compensaremos)|te (?:devolveremos|reembolsaremos)|sera(?:n)? reembolsad\\p{L}+|recibira\\p{L}* (?:su|el) (?:dinero|reembolso)|sin riesgo|(?:debe|deberia|debes|deberias) (?:comprar|vender|invertir)|(?:recomiendo|recomendamos|aconsejamos) (?:comprar|vender|invertir)|el precio (?:subira|bajara)',
    meta: 'prompt|instrucciones (?:del sistema|internas|ocultas|originales)|mis (?:instrucciones|reglas|directrices)|estas reglas|modelo de lenguaje|pasajes?|fragmentos? numerados?|mensaje del sistema|me (?:han (?:dicho|indicado|ordenado|pedido)|indicaron|ordenaron)|como (?:una )?ia\\b|delimitad\\p{L}+',
  },
  'pt-BR': {
    secret: 'senhas?|chaves? privadas?|frase (?:semente|de recuperacao|secreta)|palavras de recuperacao|seed|codigos? (?:2fa|sms|de (?:verificacao|seguranca|acesso|uso unico|backup|autenticacao|recuperacao))|numero do (?:seu )?cartao|cvv|pin|acesso remoto',
    ask: '(?:envi|mand|compartilh|fornec|inform|pass|dig|escrev|confirm)\\p{L}*(?:-nos|-me)\\b|\\b(?:nos|me) (?:envi|mand|d[eaê]|dig|compartilh|fornec|inform|pass)\\p{L}*|(?:envi|mand|inform|fornec|compartilh)\\p{L}* (?:para nos|para mim|sua|seu|aqui|conosco)|(?:escrev|digit|insir|inser|col|respond)\\p{L}*\\b.{0,60}\\b(?:aqui|abaixo|neste chat|no chat|a esta mensagem)|qual e (?:a sua|o seu|sua|seu)|\\b(?:precisamos|preciso) (?:da|do|de) (?:sua|seu)',
    not: '\\b(?:nao|nunca|ninguem|jamais|sem|nenhum\\p{L}*|nem)\\b',
    promise: 'garantimos|garantid\\p{L}+|garanto|\\bprometemos|(?:vamos|iremos) (?:reembolsar|devolver|compensar)|sera(?:o)? reembolsad\\p{L}+|voce (?:recebera|vai receber) (?:seu|o) (?:dinheiro|reembolso)|sem risco|(?:deve|deveria) (?:comprar|vender|investir)|(?:recomendo|recomendamos|aconselhamos) (?:comprar|vender|investir)|o preco (?:vai subir|subira|vai cair|caira)',
    meta: 'prompt|instrucoes (?:do sistema|internas|ocultas|originais)|minhas (?:instrucoes|regras|diretrizes)|estas regras|modelo de linguagem|passagens|trechos? numerados?|mensagem do sistema|fui (?:instruid|programad|orientad)\\p{L}|como (?:uma )?ia\\b|delimitad\\p{L}+',
  },
  fr: {
    secret: 'mots? de passe|cles? privees?|phrase (?:de recuperation|secrete|seed|de recuperacion|mnemonique)|mots de recuperation|codes? (?:2fa|sms|de (?:verification|securite|connexion|secours|recuperation)|a usage unique|d\'authentification)|numero de (?:la |votre )?carte|cvv|code pin|acces a distance',
    ask: '(?:envoy|donn|transmet|communiqu|partag|fourni|indiqu|confirm|dit|ecriv|montr)\\p{L}*-(?:nous|moi)\\b|\\b(?:nous|me|m\') ?(?:envoy|donn|transmet|communiqu|partag|fourni|indiqu|confirm)\\p{L}*|(?:saisi|entr|tap|ecriv|coll|repond)\\p{L}*\\b.{0,60}\\b(?:ici|ci-dessous|dans ce chat|dans le chat|a ce message)|quel(?:le)? est votre|nous avons besoin de votre|(?:envoyez|communiquez|donnez|fournissez) votre|repondez avec',
    not: '\\b(?:ne|n|pas|jamais|personne|aucun\\p{L}*|sans|ni|non)\\b|\\bn\'',
    promise: 'garanti\\p{L}*|\\bpromett\\p{L}+|nous (?:vous )?(?:rembourserons|indemniserons)|sera(?:\\b|ont) (?:integralement )?rembourse\\p{L}*|vous (?:recevrez|recupererez) votre argent|sans risque|vous (?:devez|devriez) (?:acheter|vendre|investir)|(?:recommand|conseill)\\p{L}+ d\'?e? ?(?:acheter|vendre|investir)|le prix va (?:monter|baisser)',
    meta: 'prompt|instructions (?:systeme|internes|cachees|d\'origine)|mes (?:instructions|regles|consignes)|ces regles|consignes (?:systeme|internes)|modele de langage|\\bpassages?\\b|extraits? numerotes?|message systeme|j\'ai (?:recu|pour) (?:instruction|consigne)|en tant qu\'ia|delimite\\p{L}*',
  },
  de: {
    secret: 'passwor\\p{L}*|kennwor\\p{L}*|private\\p{L}? (?:key|schlussel)\\p{L}*|seed[- ]?phrase\\p{L}*|seed|wiederherstellungs\\p{L}+|(?:2fa|sms|bestatigungs|sicherheits|einmal|login|anmelde|backup|authenticator)[- ]?codes?|codes?|kartennummer\\p{L}*|cvv|pin|fernzugriff\\p{L}*',
    ask: '(?:senden|schicken|geben|nennen|mitteilen|teilen|verraten|ubermitteln|bestatigen|zeigen|leiten) sie (?:uns|mir)\\b|(?:sende|schick|gib|nenn|teil|verrat|zeig)\\p{L}* (?:uns|mir)\\b|(?:schreiben|geben|tippen|fugen|antworten|posten|tragen)\\b.{0,60}\\b(?:hier|unten|in diesen chat|in diesem chat|im chat|auf diese nachricht)|wie lautet (?:ihr|dein)|(?:wir|ich) (?:brauche|benotige)n? (?:ihr|dein|noch)|antworten sie mit|(?:senden|nennen|schicken) sie ihr',
    not: '\\b(?:nie|niemals|nicht|kein\\p{L}*|niemand\\p{L}*|ohne|weder|nirgends)\\b',
    promise: 'garantie(?:ren|rt)\\p{L}*|\\bversprech\\p{L}+|(?:wir|ich) (?:erstatten|ersetzen|entschadigen)|(?:wird|werden) (?:ihnen )?(?:vollstandig )?(?:erstattet|ersetzt|zuruckgezahlt)|sie (?:bekommen|erhalten) ihr geld zuruck|risikolos|(?:sie|du) sollte\\p{L}* (?:\\p{L}+ )?(?:kaufen|verkaufen|investieren)|(?:empfehle|empfehlen|rate|raten)\\b.{0,30}(?:zu kaufen|zum kauf|zu investieren|zu verkaufen)|(?:preis|kurs) wird (?:steigen|fallen)',
    meta: 'prompt|systemprompt|systemnachricht|system-?anweisung\\p{L}*|meine (?:anweisungen|regeln|vorgaben|instruktionen)|diese regeln|sprachmodell|nummerierte\\p{L}* (?:passage|abschnitt|textstelle)\\p{L}*|passagen|(?:wurde|bin) (?:angewiesen|instruiert)|als ki\\b|eingezaunt\\p{L}*|umzaunt\\p{L}*',
  },
  ru: {
    secret: 'парол\\p{L}*|сид-?\\s?фраз\\p{L}*|seed[- ]?фраз\\p{L}*|фраз\\p{L}* восстановлен\\p{L}*|приватн\\p{L}* ключ\\p{L}*|закрыт\\p{L}* ключ\\p{L}*|код\\p{L}* (?:2fa|из смс|из sms|подтвержден\\p{L}*|безопасност\\p{L}*|доступа|аутентиф\\p{L}*)|код\\p{L}*|номер\\p{L}* карт\\p{L}*|cvv|пин-?код\\p{L}*|удаленн\\p{L}* доступ\\p{L}*',
    ask: '(?:пришлите|отправьте|сообщите|назовите|дайте|скажите|передайте|напишите|укажите|покажите|предоставьте|подтвердите|пришли|отправь|скажи|назови|сообщи)(?: нам| мне| сюда| здесь| в чат| ваш\\p{L}*| свои?\\p{L}*| пожалуиста)|(?:введите|напишите|вставьте|ответьте).{0,60}(?:сюда|здесь|ниже|в этот чат|в чат|в этом чате)|какои (?:у вас|ваш) |нам нуж(?:ен|на|ны)',
    not: '(?:^|[^\\p{L}])(?:не|никогда|никому|никто|нельзя|без|ни)(?=$|[^\\p{L}])',
    promise: 'гарантиру\\p{L}+|обещае\\p{L}+|обязательно (?:вернем|вернут|возместим|компенсируем)|(?:мы )?(?:вернем|возместим|компенсируем) (?:вам|ваши|деньги|средства)|деньги (?:вернутся|будут возвращены)|без риска|(?:вам )?(?:следует|стоит|нужно) (?:купить|продать|инвестировать|покупать)|(?:рекомендуем|советуем|советую) (?:купить|продать|инвестировать|покупать)|цена (?:вырастет|упадет)',
    meta: 'промпт\\p{L}*|системн\\p{L}* (?:подсказк|сообщени|инструкци|промпт)\\p{L}*|мои (?:инструкции|правила)|эти правила|языков\\p{L}+ модел\\p{L}+|пронумерованн\\p{L}*|фрагмент\\p{L}*|отрыв\\p{L}+|мне (?:велено|поручено|приказано)|как ии(?=$|[^\\p{L}])|огражден\\p{L}*',
  },
  tr: {
    secret: 'sifre\\p{L}*|parola\\p{L}*|ozel anahtar\\p{L}*|kurtarma (?:ifade|kelime|cumle|kod)\\p{L}*|seed|tohum (?:ifade|kelime)\\p{L}*|(?:dogrulama|onay|guvenlik|sms|2fa|giris|yedek|tek kullanimlik) kod\\p{L}*|kod\\p{L}*|kart numara\\p{L}*|cvv|pin|uzaktan erisim\\p{L}*',
    ask: '(?:bize|bana|buraya|sohbete|burada|asagiya)\\s?.{0,40}(?:gonder|yaz|soyle|ver|ilet|paylas|bildir|gir)\\p{L}*|(?:gonderin|yazin|soyleyin|verin|iletin|paylasin|gonderiniz|bildirin)(?: bize| bana| buraya)?[.! ]*$|(?:nedir|ne)\\s?\\?|ihtiyacimiz var|gerekiyor',
    not: '\\p{L}+(?:mayin|meyin|mayiniz|meyiniz|maz|mez|mayiz|meyiz|mazlar|mezler|maktan|mekten)\\b|asla|hicbir|kimse|degil|sakin|olmadan',
    promise: 'garanti (?:ediyor|ederiz|ediyoruz|veriyor)\\p{L}*|garantili|soz veriyor\\p{L}*|(?:paraniz|iade)\\p{L}* (?:mutlaka|kesinlikle)|iade edecegiz|tazmin edecegiz|risksiz|(?:satin )?almalisin\\p{L}*|satmalisin\\p{L}*|yatirim yapmalisin\\p{L}*|fiyat\\p{L}* (?:yukselecek|dusecek|artacak)',
    meta: 'prompt|istem\\p{L}* (?:metni|mesaji)|sistem (?:istemi|mesaji|talimat)\\p{L}*|talimatlarim|kurallarim|bu kurallar|dil modeli|numaralandirilmis|pasaj\\p{L}*|bana (?:soylendi|talimat verildi)|yapay zeka model\\p{L}*',
  },
  vi: {
    secret: 'mat khau|khoa rieng|khoa bi mat|cum tu (?:khoi phuc|hat giong|bi mat)|seed|ma (?:xac minh|xac nhan|xac thuc|otp|2fa|sms|bao mat|du phong|dang nhap|khoi phuc)|otp|so the|cvv|ma pin|truy cap tu xa',
    ask: '(?:gui|cung cap|cho|noi|chia se|bao|dua|chuyen)\\b.{0,40}\\b(?:cho (?:chung toi|toi|bo phan)|chung toi|toi biet|o day|tai day|vao day|qua chat)|(?:nhap|viet|dan|dien|tra loi)\\b.{0,60}\\b(?:o day|tai day|vao day|ben duoi|trong chat|vao khung chat)|(?:hay|vui long|xin) (?:gui|cung cap|cho biet|cho chung toi)|la gi\\s?\\?|chung toi can',
    not: '\\b(?:khong|dung|chua|chang|cam|tuyet doi)\\b',
    promise: 'cam ket|dam bao (?:hoan|tra|loi nhuan|se)|bao dam (?:hoan|tra)|chac chan (?:se )?(?:duoc )?(?:hoan|nhan lai|lai)|chung toi se (?:hoan tien|boi thuong|den bu)|khong rui ro|(?:ban )?nen (?:mua|ban ra|dau tu)|(?:khuyen|khuyen nghi)\\p{L}* (?:ban )?(?:mua|dau tu)|gia se (?:tang|giam)',
    meta: 'prompt|loi nhac|huong dan (?:he thong|noi bo|cua toi)|chi dan (?:he thong|noi bo)|chi thi|quy tac cua toi|cac quy tac nay|mo hinh ngon ngu|doan (?:van )?(?:duoc )?(?:danh so|trich)|tin nhan he thong|toi (?:duoc|da duoc) (?:yeu cau|huong dan|lap trinh)',
  },
  id: {
    secret: 'kata sandi|password|sandi|kunci (?:pribadi|privat|rahasia)|private key|frasa (?:pemulihan|benih|seed|rahasia)|seed phrase|seed|kode (?:verifikasi|otp|2fa|sms|keamanan|cadangan|konfirmasi|autentikasi|login|sekali pakai)|otp|nomor kartu|cvv|pin|akses jarak jauh',
    ask: '(?:kirim|berikan|beri|sebutkan|beritahu|bagikan|sampaikan|tunjukkan|konfirmasi)\\p{L}*\\b.{0,50}\\b(?:kepada (?:kami|saya)|ke (?:kami|saya|sini)|kami|saya|di sini|lewat chat)|(?:tulis|ketik|masukkan|tempel|balas)\\p{L}*\\b.{0,60}\\b(?:di sini|di bawah|di chat ini|di obrolan|pesan ini|ke sini)|apa (?:kata|kode|pin)|kami (?:perlu|butuh|memerlukan|membutuhkan)|balas dengan',
    not: '\\b(?:jangan|tidak|tak|tanpa|bukan|siapa pun|dilarang|pernah)\\b',
    promise: 'kami (?:jamin|menjamin|pastikan|janji|berjanji)|dijamin|pasti (?:kembali|untung|dikembalikan|diganti)|akan kami (?:kembalikan|ganti)|akan (?:dikembalikan|diganti) sepenuhnya|kami akan (?:mengembalikan|mengganti)|tanpa risiko|(?:anda )?(?:harus|sebaiknya) (?:membeli|menjual|berinvestasi|beli|jual)|(?:merekomendasikan|sarankan|menyarankan)\\p{L}* (?:anda )?(?:membeli|menjual|berinvestasi)|harga akan (?:naik|turun)',
    meta: 'prompt|(?:instruksi|pesan|perintah) (?:sistem|internal)|instruksi saya|aturan saya|aturan-aturan ini|aturan ini|model bahasa|kutipan bernomor|bagian bernomor|petikan|saya (?:diperintahkan|diinstruksikan|diprogram)|sebagai ai\\b',
  },
  th: {
    secret: 'รหัสผ่าน|ซีดเฟรส|ซีดเฟรซ|วลีกู้คืน|วลีลับ|คำกู้คืน|คีย์ส่วนตัว|กุญแจส่วนตัว|private key|seed|รหัสยืนยัน|รหัส ?otp|รหัส ?2fa|otp|รหัสสำรอง|รหัส ?sms|หมายเลขบัตร|เลขบัตร|cvv|รหัสพิน|รหัส ?pin',
    ask: '(?:ส่ง|บอก|แจ้ง|ให้|แชร์|มอบ)[^.\\n]{0,40}(?:เรา|ฉัน|ผม|ดิฉัน|ที่นี่|มาที่|ทีมงาน|แชทนี้)|(?:พิมพ์|กรอก|ใส่|วาง|ตอบ)[^.\\n]{0,60}(?:ที่นี่|ด้านล่าง|ในแชท|ข้อความนี้)|กรุณา(?:ส่ง|แจ้ง|บอก|ระบุ)|คืออะไร',
    not: 'ไม่|อย่า|ห้าม',
    promise: 'รับประกัน|การันตี|สัญญาว่า|จะ(?:ได้รับ)?(?:เงิน)?คืนแน่นอน|เราจะ(?:คืนเงิน|ชดเชย|ชดใช้)|ไม่มีความเสี่ยง|ไร้ความเสี่ยง|คุณควร(?:ซื้อ|ขาย|ลงทุน)|แนะนำให้(?:ซื้อ|ขาย|ลงทุน)|ราคาจะ(?:ขึ้น|ลง)',
    meta: 'พรอมต์|พร้อมท์|ข้อความระบบ|คำสั่งระบบ|คำสั่งของฉัน|คำแนะนำของระบบ|กฎของฉัน|กฎเหล่านี้|โมเดลภาษา|ข้อความที่มีหมายเลข|ตอนที่มีหมายเลข|ถูก(?:สั่ง|กำหนด)ให้',
  },
  ar: {
    secret: 'كلم(?:ه|ات) (?:ال)?(?:مرور|سر)|الرقم السري|عباره (?:ال)?(?:استرداد|استعاده|بذره|سريه|بذور)|العباره السريه|المفتاح الخاص|مفتاحك الخاص|عباره استردادك|رم(?:ز|وز) (?:ال)?(?:تحقق|امان|دخول|مصادقه|2fa|sms|تاكيد)|رمزك|كود|كلمه مرورك|كلمه سرك|رقم (?:ال)?بطاق\\p{L}*|otp|cvv',
    ask: '(?:ارسل|ارسلوا|اعط|اخبر|زود|شارك|قدم|ابعث|اكد)(?:\\p{L}*نا|\\p{L}*ني| لنا| الينا| لي| الي| هنا|وا لنا)|(?:اكتب|ادخل|الصق|ضع|رد)\\p{L}*.{0,60}(?:هنا|ادناه|في هذه المحادثه|في الدردشه|في المحادثه)|ما (?:هي|هو) (?:كلمه|رمز|عباره)|نحتاج (?:الي)?|يرجي (?:ارسال|تزويد|تقديم|كتابه)|ارسل',
    not: '(?:^|[^\\p{L}])(?:و|ف)?(?:لا|لن|لم|ليس|ابدا|احد|دون|عدم|بدون)(?=$|[^\\p{L}])|اياك',
    promise: 'نضمن|اضمن|مضمون\\p{L}*|نعدك|نتعهد|سنعيد (?:لك|اليك|اموالك)|سنعوض\\p{L}*|ستسترد اموالك|سيتم (?:رد|اعاده) (?:اموالك|المبلغ)|بدون مخاطر|بلا مخاطر|(?:يجب|ينبغي) (?:عليك )?(?:ان )?(?:تشتري|تبيع|تستثمر|شراء|بيع)|(?:ننصح|انصح)\\p{L}* (?:ب)?(?:شراء|بيع|الشراء|الاستثمار)|السعر سيرتفع|سيرتفع السعر',
    meta: 'برومبت|موجه النظام|تعليمات(?:ي| النظام| داخليه)|التعليمات (?:الداخليه|الاصليه|السريه)|رساله النظام|قواعدي|هذه القواعد|نموذج لغوي|نموذج اللغه|مقاطع مرقمه|المقاطع|مقطع|طلب مني|تمت برمجتي|كذكاء اصطناعي',
  },
  hi: {
    secret: 'पासवर्ड|सीड फ़?्?रे?ज़?\\p{M}*|सीड|रिकवरी फ़?्?रे?ज़?\\p{M}*|रिकवरी शब्द|प्राइवेट की|निजी कुंजी|ओटीपी|otp|(?:सत्यापन|वेरिफ़?\\p{M}*िकेशन|एसएमएस|sms|2fa|सुरक्षा|बैकअप) कोड|कोड|कार्ड नंबर|cvv|पिन|password|seed phrase',
    ask: '(?:हमें|मुझे|हमको|यहाँ|यहां|चैट में|नीचे).{0,60}(?:भेज|बता|दे|दीजि|लिख|डाल|शेयर|साझा)\\p{L}*\\p{M}*|(?:भेजें|बताएँ|बताएं|भेजिए|बताइए|भेज दें) ?(?:हमें|मुझे)?|(?:hame|hume|mujhe|yahan).{0,40}(?:bhej|bata|de|likh)\\p{L}*|क्या है\\s?\\?',
    not: '(?<![\\p{L}\\p{M}])(?:नहीं|न|मत|कभी|कोई|बिना|ना|nahi|mat)(?![\\p{L}\\p{M}])',
    promise: 'गारंटी|वादा|पक्का (?:वापस|मिल)|ज़?\\p{M}*रूर वापस|(?:रिफ़?\\p{M}*ंड|पैसा|पैसे) (?:ज़?\\p{M}*रूर|पक्का)|हम .{0,20}(?:लौटा|वापस कर)(?:ेंगे| देंगे)|बिना जोखिम|आपको .{0,30}(?:ख़?\\p{M}*रीदना|बेचना|निवेश करना) चाहिए|(?:ख़?\\p{M}*रीदने|निवेश) की सलाह|(?:क़?\\p{M}*ीमत|दाम) .{0,10}बढ़ेग\\p{M}*',
    meta: 'प्रॉम्प्ट|सिस्टम (?:संदेश|निर्देश|मैसेज)|मेरे (?:निर्देश|नियम)|ये नियम|इन नियमों|भाषा मॉडल|अनुच्छेद|क्रमांकित|मुझे (?:कहा गया|निर्देश)|एआई मॉडल',
  },
};
