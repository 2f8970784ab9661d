import { describe, expect, it } from '@jest/globals';
import { findSecrets } from './find-secrets.ts';

function cards(text: string): string[] {
  return findSecrets(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('card numbers', () => {
  /** Test numbers of the networks. */
  it.each(['4111 1111 1111 1111', '4111111111111111', '4111-1111-1111-1111', '5555555555554444', '2223003122003222', '378282246310005', '3782 822463 10005', '6011111111111117', '3530111333300000', '6205500000000000004', '2200770239097761'])('are found: %s', (number) => {
    expect(cards(`${number} was declined`)).toEqual([`card_number ${number}`]);
    expect(cards(`カード番号は${number}です`)).toEqual([`card_number ${number}`]);
  });

  it('need a word for the card where they are as short as orders', () => {
    expect(cards('30569309025904')).toEqual([]);
    expect(cards('card 30569309025904')).toEqual(['card_number 30569309025904']);
  });

  it('go with their security code', () => {
    expect(cards('4111111111111111 12/27 cvv 123')).toEqual(['card_number 4111111111111111', 'card_number 123']);
    expect(cards('CVC: 1234')).toEqual(['card_number 1234']);
  });

  it.each(['order', 'Order No.', 'ticket', 'UID', 'reference', 'tx', '订单号', '訂單編號', '注文番号', '주문번호', 'número de pedido', 'pedido', 'numéro de commande', 'Bestellnummer', 'номер ордера', 'sipariş no', 'mã đơn hàng', 'nomor pesanan', 'หมายเลขคำสั่งซื้อ', 'رقم الطلب', 'ऑर्डर नंबर'])('are left alone after "%s"', (word) => {
    expect(cards(`${word} 4111111111111111`)).toEqual([]);
  });

  it.each(['4111111111111112', '1234567812345670', 'DE89 3704 0044 0532 0130 00', '41111111111111111111', '0.4111111111111111', '1730812345678', '+49 170 1234567', 'the cvv has 3 digits', 'https://exchange.example/4111111111111111'])('are not seen in %s', (text) => {
    expect(cards(text)).toEqual([]);
  });
});
