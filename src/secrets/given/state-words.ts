/**
 * Plain words after "password:" that are no password but say something about one. In lower case and without
 * diacritics; only languages in Latin letters, as plain words in other scripts are never taken for one.
 */
export const STATE_WORDS: ReadonlySet<string> = new Set(`
  wrong incorrect invalid correct right same weak strong expired forgotten forgot lost unknown reset change changed changing stolen hacked leaked required missing empty
  none null undefined true false error failed fail failure not never please help yes okay done here there this that what how when where why which secret hidden saved stored
  compromised exposed safe unsafe private known different old blocked locked accepted rejected working broken short long complex simple easy hard minimum maximum
  longa longo larga largo longue longs lang lange kurz einzigartig unique unica unico uzun kisa benzersiz panjang pendek unik contoh example beispiel ejemplo exemplo exemple
  optional login email sms code codes phone account wallet google authenticator binance support update updated recover recovery issue issues problem question
  falsch richtig vergessen ungueltig ungultig abgelaufen verloren geaendert geandert zurucksetzen zuruecksetzen gesperrt unbekannt gestohlen gehackt sicher schwach stark bitte hilfe fehler andern aendern
  incorrecta incorrecto correcta invalida invalido olvidada olvide perdida cambiar cambiada robada debil segura caducada bloqueada restablecer ayuda nueva vieja
  errada errado senha esqueci esquecida perdida trocar alterar alterada roubada fraca forte expirada bloqueada redefinir ajuda invalida novo nova
  incorrect oublie perdu changer change vole faible expire bloque reinitialiser aide nouveau ancien erreur invalide
  yanlis hatali unuttum gecersiz degistirme degistir calindi zayif guclu yardim sifirlama yeni eski sai quen mat doi yeu manh moi khong hilang lupa salah ganti ubah dicuri lemah kuat baru bantu
`.trim().split(/\s+/));
