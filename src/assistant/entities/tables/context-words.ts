/**
 * Words that say what the number or string beside them is, in the served languages. Matched like
 * concepts: case and diacritics do not matter, `*` lets the word go on.
 */
export const CONTEXT_WORDS = {
  order: [
    'order', 'orders', 'orderid', 'order id', 'bestellung*', 'bestellnummer', 'auftrag', 'auftragsnummer', 'order nr', '订单', '订单号', '單號', '单号', '訂單', '訂單號', '訂單編號', '订单编号', '委托单',
    '注文', '注文番号', 'オーダー', '주문*', '주문번호', '오더', 'orden', 'pedido', 'ordem', 'commande', 'ordre', 'ордер*', 'заказ*', 'sipariş*', 'emir', 'emir no', 'đơn hàng', 'mã đơn', 'mã lệnh', 'đơn', 'lệnh',
    'pesanan', 'nomor order', 'คำสั่งซื้อ', 'ออเดอร์', 'หมายเลขคำสั่ง', 'طلب', 'الطلب', 'طلبي', 'اوردر', 'ऑर्डर', 'आदेश', 'p2p order',
  ],
  ticket: [
    'ticket', 'tickets', 'ticket id', 'ticketnummer', 'case', 'case id', 'fall', 'fallnummer', 'vorgang', 'vorgangsnummer', 'support request', 'reference', 'ref', 'aktenzeichen',
    '工单', '工單', '工单号', '工單號', '工單編號', '案件', '案件号', '案件編號', '客诉', 'チケット', 'チケット番号', '問い合わせ番号', 'お問い合わせ番号', 'ケース', '티켓*', '문의번호', '접수번호', '케이스*',
    'tiquete', 'caso', 'chamado', 'protocolo', 'dossier', 'réclamation', 'тикет*', 'обращени*', 'заявк*', 'талон*', 'talep', 'bilet', 'destek talebi', 'phiếu', 'mã hỗ trợ', 'yêu cầu', 'yêu cầu hỗ trợ',
    'tiket', 'kasus', 'laporan', 'ตั๋ว', 'ทิกเก็ต', 'เคส', 'تذكرة', 'التذكرة', 'بلاغ', 'حالة', 'الحالة', 'टिकट', 'टिकेट', 'केस', 'शिकायत',
  ],
  number: [
    'no', 'nr', 'num', 'number', 'id', 'is', 'code', 'nummer', 'ist', 'lautet', 'número', 'numero', 'es', 'é', 'numéro', 'est', 'n', 'номер*', 'numara*', 'numarası', 'số', 'mã số', 'mã', 'là', 'nomor', 'nomer', 'adalah',
    'หมายเลข', 'เลขที่', 'คือ', 'رقم', 'رقمها', 'رقمه', 'هو', 'هي', 'नंबर', 'संख्या', 'है', 'आईडी', '号', '號', '号码', '號碼', '编号', '編號', '是', '为', '為', '番号', 'は', '번호*', '번호는',
  ],
  // Not "wallet" or "account": transactions come from those.
  address: [
    'address*', 'addr', 'adresse*', 'dirección', 'direcciones', 'endereço*', 'indirizzo', 'адрес*', 'adres*', 'địa chỉ', 'alamat*', '地址', 'アドレス', '주소*', 'ที่อยู่', 'العنوان', 'عنوان', 'पता', 'पते', 'एड्रेस',
  ],
  transaction: [
    'tx', 'txid', 'tx id', 'txhash', 'tx hash', 'hash*', 'transaction*', 'trans id', 'transaktion*', 'transacción', 'transacciones', 'transação', 'transações', 'транзакц*', 'хэш*', 'хеш*', 'işlem*', 'giao dịch', 'mã giao dịch',
    'transaksi*', 'hach', '哈希', '交易', '交易号', '交易哈希', '交易编号', '轉帳', '转账', 'トランザクション', '取引', 'ハッシュ', '트랜잭션*', '거래*', '해시*', 'ธุรกรรม', 'แฮช', 'المعاملة', 'معاملة', 'هاش', 'التحويل', 'लेनदेन', 'ट्रांजैक्शन', 'हैश', 'signature', 'explorer',
  ],
  phone: [
    'phone*', 'tel', 'telephone*', 'telefon*', 'mobile', 'cell', 'cellphone', 'whatsapp', 'handy', 'handynummer', 'rufnummer', 'call me', 'ruf mich', 'teléfono', 'móvil', 'celular', 'telefone', 'portable', 'téléphone',
    'телефон*', 'мобильн*', 'сотов*', 'cep', 'cep telefonu*', 'điện thoại', 'sđt', 'sdt', 'telepon', 'nomor hp', 'no hp', 'hp', 'wa', 'โทร', 'เบอร์', 'โทรศัพท์', 'هاتف', 'الهاتف', 'جوال', 'الجوال', 'موبايل', 'फोन', 'मोबाइल',
    '电话', '電話', '手机', '手機', '電話番号', '携帯', '전화*', '휴대폰*', '핸드폰*', '연락처*',
  ],
  network: [
    'network*', 'chain', 'blockchain', 'mainnet', 'netz', 'netzwerk*', 'red', 'rede', 'réseau', 'сет*', 'блокчейн*', 'ağ', 'ağı', 'ağında', 'ağından', 'ağına', 'mạng', 'mạng lưới', 'jaringan', 'chain network', 'เครือข่าย', 'เน็ตเวิร์ก', 'เชน',
    'الشبكة', 'شبكة', 'नेटवर्क', 'चेन', '网络', '網絡', '網路', '链', '鏈', '主网', '主網', 'ネットワーク', 'チェーン', '네트워크*', '체인*', '망',
  ],
} as const satisfies Record<string, readonly string[]>;

export type ContextWord = keyof typeof CONTEXT_WORDS;
