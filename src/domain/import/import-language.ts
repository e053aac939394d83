// Language tags that CLDR names in Dutch, French and English, with their ISO 639-3 codes (iso-codes 4). Tags of three
// letters are their own code; `zxx` and `mul` are no languages that somebody speaks at a desk.
const twoLetters = `
  aa:aar ab:abk af:afr ak:aka am:amh ar:ara an:arg as:asm av:ava ae:ave ay:aym az:aze ba:bak bm:bam be:bel
  bn:ben bi:bis bo:bod bs:bos br:bre bg:bul ca:cat cs:ces ch:cha ce:che cu:chu cv:chv kw:cor co:cos cr:cre
  cy:cym da:dan de:deu dv:div dz:dzo el:ell en:eng eo:epo et:est eu:eus ee:ewe fo:fao fa:fas fj:fij fi:fin
  fr:fra fy:fry ff:ful gd:gla ga:gle gl:glg gv:glv gn:grn gu:guj ht:hat ha:hau he:heb hz:her hi:hin ho:hmo
  hr:hrv hu:hun hy:hye ig:ibo io:ido ii:iii iu:iku ie:ile ia:ina id:ind ik:ipk is:isl it:ita jv:jav ja:jpn
  kl:kal kn:kan ks:kas ka:kat kr:kau kk:kaz km:khm ki:kik rw:kin ky:kir kv:kom kg:kon ko:kor kj:kua ku:kur
  lo:lao la:lat lv:lav li:lim ln:lin lt:lit lb:ltz lu:lub lg:lug mh:mah ml:mal mr:mar mk:mkd mg:mlg mt:mlt
  mn:mon mi:mri ms:msa my:mya na:nau nv:nav nr:nbl nd:nde ng:ndo ne:nep nl:nld nn:nno nb:nob no:nor ny:nya
  oc:oci oj:oji or:ori om:orm os:oss pa:pan pi:pli pl:pol pt:por ps:pus qu:que rm:roh ro:ron rn:run ru:rus
  sg:sag sa:san si:sin sk:slk sl:slv se:sme sm:smo sn:sna sd:snd so:som st:sot es:spa sq:sqi sc:srd sr:srp
  ss:ssw su:sun sw:swa sv:swe ty:tah ta:tam tt:tat te:tel tg:tgk th:tha ti:tir to:ton tn:tsn ts:tso tk:tuk
  tr:tur ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:zho
  zu:zul
`
const threeLetters = `
  ace ach ada ady aeb afh agq ain akk akz ale aln alt ang ann anp arc arn aro arp arq ars arw ary arz asa
  ase ast atj avk awa bal ban bar bas bax bbc bbj bej bem bew bez bfd bfq bgc bgn bho bik bin bjn bkm bla
  blo bpy bqi bra brh brx bss bua bug bum byn byv cad car cay cch ccp ceb cgg chb chg chk chm chn cho chp
  chr chy ckb clc cop cps crg crh crj crk crl crm crr crs csb csw dak dar dav del den dgr din dje doi dsb
  dtp dua dum dyo dyu dzg ebu efi egl egy eka elx enm esu ewo ext fan fil fit fon frc frm fro frp frr frs
  fur gaa gag gan gay gba gbz gez gil glk gmh goh gon gor got grb grc gsw guc gur guz gwi hai hak haw hax
  hif hil hit hmn hsb hsn hup hur iba ibb ikt ilo inh izh jam jbo jgo jmc jpr jrb jut kaa kab kac kaj kam
  kaw kbd kbl kcg kde kea ken kfo kgp kha kho khq khw kiu kkj kln kmb koi kok kos kpe krc kri krj krl kru
  ksb ksf ksh kum kut kwk kxv lad lag lah lam lez lfn lij lil liv lkt lmo lol lou loz lrc lsm ltg lua lui
  lun lus luy lzh lzz mad maf mag mai mak man mas mde mdf mdr men mer mfe mga mgh mgo mic min mnc mni moe
  moh mos mrj mua mus mwl mwr mwv mye myv mzn nan nap naq nds new nia niu njo nmg nnh nog non nov nqo nso
  nus nwc nym nyn nyo nzi ojb ojc ojs ojw oka osa ota pag pal pam pap pau pcd pcm pdc pdt peo pfl phn pis
  pms pnt pon pqm prg pro quc qug raj rap rar rgn rhg rif rof rom rtm rue rug rup rwk sad sah sam saq sas
  sat saz sba sbp scn sco sdc sdh see seh sei sel ses sga sgs shi shn shu sid slh sli sly sma smj smn sms
  snk sog srn srr ssy stq str suk sus sux swb syc syr szl tce tcy tem teo ter tet tgx tht tig tiv tkl tkr
  tlh tli tly tmh tog tok tpi tru trv tsd tsi ttm ttt tum tvl twq tyv tzm udm uga umb vai vec vep vls vmf
  vmw vot vro vun wae wal war was wbp wuu xal xmf xnr xog yao yap yav ybb yrl yue zap zbl zea zen zgh zun
  zza
`
const words = (text: string) => text.trim().split(/\s+/)

/** Every language that has a name of its own: its BCP 47 tag and its ISO 639-3 code. */
export const languageCodes: readonly { readonly tag: string; readonly code: string }[] = [
  ...words(twoLetters).map((pair) => ({ tag: pair.slice(0, 2), code: pair.slice(3) })),
  ...words(threeLetters).map((code) => ({ tag: code, code })),
]
