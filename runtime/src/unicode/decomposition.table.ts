// Written by compiler/scripts/unicode_tables.py from the Unicode Character Database 15.1.0.

/** Gap, count, step and change, in base 36. */
export const DECOMPOSED_RUNS =
  "4g 1 1 -3k,a 1 1 -21,8 2 1 -3k,3 1 1 lj,4 1 1 -3s,1 1 1 -23,5h 1 1 -7g,8h 1 1 -g8,1 1 1 -23," +
  "1 1 1 -g8,1 1 1 -g1,1 1 1 -1n,1 1 1 -1m,1 1 1 -1h,1 1 1 -g0,1 1 1 -fz,14 1 1 -3h,1 1 1 -hh,1" +
  " 1 1 -hb,1 1 1 -h7,1 1 1 -27,2k 2 1 -1s,3 1 1 -1c,1d 1 1 -57,a 1 1 -n7,9 1 1 -k0,21 1 1 -u,1" +
  " 1 1 -p,1 1 1 -19,3 1 1 -f,1 1 1 -m,q 1 1 -1i,1 2 1 -1c,3 1 1 -2k,1 1 1 -1s,4 1 1 -2e,26r 1 " +
  "1 -1,ds 1 1 -w,2eo 1 1 -5pn,1 1 1 -5lz,1 2 2 -5po,3 1 1 -5po,1 1 1 -5gk,1 8 1 -5po,9 1 1 -5p" +
  "p,1 1 1 -5cr,1 1 1 -5pq,1 1 1 -5pp,1 2 1 -5po,2 1 1 -5pn,1 1 1 -5pe,1 2 1 -5bo,2 1 1 -1w,1 1" +
  " 1 -5ph,1 2 1 -5pg,2 1 1 -5bl,1 2 1 -5bk,2 1 2 -5pi,2 1 1 -5pg,1 1 1 -5pf,1 1 1 -5ja,1 1 1 -" +
  "5pf,1 1 1 -5bz,1 2 1 -1q,2 1 1 -5pi,1 2 1 -5pf,2 1 1 -1o,1 1 1 -5bf,1 1 1 -5ph,1 1 1 -1j,1 3" +
  " 1 -52j,3 2 1 -522,2 1 1 -5q1,1 1 1 -5pt,1 2 1 -5pr,2 2 1 -52s,2 1 1 -52f,1 2 1 -52b,f 1 1 -" +
  "4zf,z 1 1 -5e1,1 1 1 -5rt,1 1 1 -5e0,1 1 1 -5ny,1 1 1 -5dv,1 1 1 -5ru,1 1 1 -5du,1 1 1 -5dt," +
  "1 1 1 -5dq,1 3 1 -5do,3 1 1 -18,1 1 1 -5cb,1 1 1 -5do,1 1 1 -11,1 1 1 -5cc,1 1 1 -5dn,1 1 1 " +
  "-5dp,1 4 1 -5do,4 1 1 -5dm,1 2 1 -5dd,2 1 1 -5je,1 2 1 -5d9,2 1 1 -4c,1 2 1 -5da,2 1 1 -5s1," +
  "1 3 1 -5d8,3 1 1 -553,e7 1 1 -5j9,1d 1 1 -68f,h 1 1 -6ao,1 1 1 -6ap,1 1 1 -6aq,1 1 1 -6ar,1 " +
  "1 1 -6as,1 1 1 -6at,1 1 1 -6au,1 1 1 -6av,1 1 1 -6aw,1 1 1 -6ax,1 1 1 -6ay,7 1 1 -1,j 1 1 -6" +
  "ba,b 1 1 -6bz,1c 1 1 -6db,h 1 1 -6dc,1 1 1 -6bs,3 6 1 -6dc,6 1 1 -6dr,1 1 1 bb,1 1 1 -6db,1 " +
  "2 1 -6dx,2 1 1 -6c1,1 a 1 -6ds,a 1 1 -6e7,1 1 1 av,1 1 1 -6dr,1 2 1 -6ed,3 1 1 -6cv,1 1 1 -6" +
  "cs,1 1 1 -6cj,1 1 1 -6cb,1 1 1 -5yz,1 1 1 -6ct,1 4 1 -6cr,4 1 1 -6cq,1 2 1 -6co,2v 1 1 -6gv," +
  "5 1 1 -67r,3 1 1 -6g3,1 1 1 -6gz,1 1 1 -6h0,1 1 1 -6h1,1 1 1 -6g6,1 1 1 -6aw,1 1 1 -6h3,1 1 " +
  "1 -6h4,1 1 1 -6h2,1 1 2 -6g7,2 1 1 -6h3,4 3 1 -6h5,3 1 1 -6h6,1 1 1 -6h7,7 1 2 -6h6,2 1 2 -5" +
  "tp,2 1 2 -6ha,2 1 2 -6hr,2 2 1 -6i2,3 1 1 -6h6,1 2 1 -6i3,3 1 1 -6hy,1 1 1 -6h1,1 4 1 -5et,4" +
  " 1 1 -6hc,3 1 1 -5to,1 1 1 -5u2,1 1 1 -5uz,1 1 1 -5un,1 1 1 5t,5 1 1 -6ip,1 2 1 -6hu,2 2 1 -" +
  "6hr,o 1 1 -6jb,4 1 1 -6j2,5 1 1 -6j5,3 1 1 -6jk,1 2 1 -6ju,2 1 1 -6jm,1 1 1 -6iv,4 1 1 -6im," +
  "5 1 1 -6ip,3 1 1 -6j4,1 2 1 -6je,2 1 1 -6j6,bu 2 1 2jj,8n 9 1 -75b,2e q 1 -779,q q 1 -773,q " +
  "1 1 -796,1hu 1 1 -8pe,1 1 1 -8pz,6q 1 1 -e,8g 1 1 c32,2c 1 1 m98,d 1 1 64g,1 1 1 65j,1 1 1 6" +
  "5w,1 1 1 664,1 1 1 66t,1 1 1 680,1 1 1 686,1 1 1 68p,1 1 1 69e,1 1 1 6ra,1 1 1 6sb,1 1 1 6sg" +
  ",1 1 1 6t2,1 1 1 6tl,1 1 1 6u5,1 1 1 6vl,1 1 1 6w5,1 1 1 6wf,1 1 1 70p,1 1 1 73a,1 1 1 741,1" +
  " 1 1 745,1 1 1 74y,1 1 1 756,1 1 1 75w,1 1 1 768,1 1 1 76w,1 1 1 78b,1 1 1 78s,1 1 1 79i,1 1" +
  " 1 7uh,1 1 1 7wg,1 1 1 897,1 1 1 89t,1 1 1 8a0,1 1 1 8aa,1 1 1 8ar,1 1 1 8cu,1 1 1 8q2,1 1 1" +
  " 8rd,1 1 1 8uo,1 1 1 8va,1 1 1 8vs,1 1 1 8wd,1 1 1 8xu,1 1 1 8xw,1 1 1 97x,1 1 1 986,1 1 1 9" +
  "8h,1 1 1 98t,1 1 1 9c0,1 1 1 9c7,1 1 1 9cb,1 1 1 9fj,1 1 1 9fs,1 1 1 9g4,1 1 1 9gb,1 1 1 9hz" +
  ",1 1 1 9if,1 1 1 9iw,1 1 1 9l3,1 1 1 a17,1 1 1 a2g,1 1 1 a30,1 1 1 anj,1 1 1 ann,1 1 1 apx,1" +
  " 1 1 aqc,1 1 1 aqo,1 1 1 ar8,1 1 1 asa,1 1 1 ase,1 1 1 azs,1 1 1 b0f,1 1 1 b1a,1 1 1 bth,1 1" +
  " 1 bva,1 1 1 bvw,1 1 1 bxh,1 1 1 by4,1 1 1 byc,1 1 1 byi,1 1 1 bzx,1 1 1 c01,1 1 1 c0w,1 1 1" +
  " cuu,1 1 1 d78,1 1 1 d7j,1 1 1 d7n,1 1 1 d7q,1 1 1 d7x,1 1 1 d8e,1 1 1 d8f,1 1 1 dan,1 1 1 d" +
  "gm,1 1 1 dgq,1 1 1 dq4,1 1 1 dqd,1 1 1 drq,1 1 1 drw,1 1 1 ds4,1 1 1 dsb,1 1 1 dut,1 1 1 duz" +
  ",1 1 1 e1a,1 1 1 e1g,1 1 1 e2s,1 1 1 e38,1 1 1 e4i,1 1 1 eb2,1 1 1 eb8,1 1 1 ebo,1 1 1 ekq,1" +
  " 1 1 eo7,1 1 1 eoc,1 1 1 etd,1 1 1 evr,1 1 1 ex0,1 1 1 f7h,1 1 1 fb5,1 1 1 fr2,1 1 1 frs,1 1" +
  " 1 ftc,1 1 1 fuq,1 1 1 fwl,1 1 1 fwv,1 1 1 fx0,1 1 1 fxw,1 1 1 fzz,1 1 1 g08,1 1 1 g9t,1 1 1" +
  " g9z,1 1 1 ga7,1 1 1 gaf,1 1 1 gau,1 1 1 gb8,1 1 1 gbb,1 1 1 gdh,1 1 1 gdk,1 1 1 gdp,1 1 1 h" +
  "4x,1 1 1 h5q,1 1 1 hiq,1 1 1 hj1,1 1 1 hjn,1 1 1 hrh,1 1 1 hrt,1 1 1 htr,1 1 1 hv0,1 1 1 iaq" +
  ",1 1 1 ib4,1 1 1 ibi,1 1 1 icg,1 1 1 idg,1 1 1 iiy,1 1 1 ij9,1 1 1 il3,1 1 1 iry,1 1 1 iss,1" +
  " 1 1 iyk,1 1 1 iz4,1 1 1 iz8,1 1 1 j5b,1 1 1 jae,1 1 1 jdu,1 1 1 jdz,1 1 1 je3,1 1 1 k40,1 1" +
  " 1 k48,1 1 1 k8j,1 1 1 kcs,1 1 1 kcu,1 1 1 ke4,1 1 1 kh0,1 1 1 khc,1 1 1 khf,1 1 1 khl,1 1 1" +
  " kka,1 1 1 kl7,1 1 1 klc,1 1 1 klp,1 1 1 kqb,1 1 1 krp,1 1 1 krs,1 1 1 kwu,1 1 1 kww,1 1 1 k" +
  "xe,1 1 1 l4d,1 1 1 l5o,1 1 1 l5u,1 1 1 l7r,1 1 1 l80,1 1 1 l82,1 1 1 l8b,1 1 1 l94,1 1 1 lk2" +
  ",1 1 1 lv5,1 1 1 lve,1 1 1 lwf,1 1 1 lx0,1 1 1 lx7,1 1 1 lxg,1 1 1 lxj,1 1 1 lym,1 1 1 lyp,1" +
  " 1 1 lz5,1 1 1 lz9,1 1 1 lzl,1 1 1 m0b,1 1 1 m0p,1 1 1 m0w,1 1 1 m2i,1 1 1 m2w,1 1 1 m2z,17 " +
  "1 1 -9gg,1i 1 2 -10,2 1 1 6x5,1 2 1 6x7,6w 2 1 -6cx,2 1 1 -689,1 1 1 -6cy,1 2 1 -689,2 3 1 -" +
  "6d0,3 6 1 -68a,6 1 1 -6cm,1 3 1 -6d7,3 1 1 -6cj,1 a 1 -6d8,a l 1 -6b2,l 1 1 -6bo,1 2 1 -6dt," +
  "2 2 1 -68w,2 1 1 -68t,1 1 1 -68s,1 1 1 -68o,1 1 1 -68l,1 1 1 -68k,1 1 1 -6du,1 1 1 -68i,1 1 " +
  "1 -68h,1 2 1 -6dw,2 1 1 -6dv,1 2 1 -6du,2 1 1 -6dr,1 1 1 -6dq,1 5 1 -6dp,5 1 1 -6dn,1 1 1 -6" +
  "dk,1 1 1 -6db,1 1 1 -6d5,1 1 1 -6d1,1 2 1 -68h,2 3 1 -6ct,3 2 1 -6bn,2 1 1 -6bl,1 2 1 -6bd,2" +
  " 1 1 -6bc,1 1 1 -6b3,1 1 1 -6b1,4 1 1 5m6,1 1 1 5q1,1 1 1 5md,1 1 1 7d2,1 1 1 5mc,1 1 1 5na," +
  "1 1 1 5mb,1 1 1 dcp,1 1 1 5of,1 1 1 5mm,1 1 1 5lx,1 1 1 7t8,1 1 1 7f6,1 1 1 5qz,4l 1 1 6x7,1" +
  " 1 1 8qf,1 1 1 a4h,1 1 1 eh4,p 1 1 -6lc,1 2 1 -6lb,2 3 1 -6la,3 1 1 -6l9,1 2 1 -6l8,2 5 1 -6" +
  "l7,n 1 1 5fk,1 1 1 5jf,1 1 1 5fr,1 1 1 76g,1 1 1 5jk,1 1 1 63s,1 1 1 5fh,1 1 1 63o,1 1 1 5hx" +
  ",1 1 1 6go,1 1 1 ada,1 1 1 c80,1 1 1 be0,1 1 1 ae3,1 1 1 itf,1 1 1 780,1 1 1 a51,1 1 1 al5,1" +
  " 1 1 ad3,1 1 1 dyj,1 1 1 6m1,1 1 1 cmc,1 1 1 hsb,1 1 1 dza,1 1 1 6cc,1 1 1 e2n,1 1 1 d5p,1 1" +
  " 1 7o8,1 1 1 ij1,1 1 1 619,1 1 1 6he,1 1 1 bih,1 1 1 k11,1 1 1 5m8,1 1 1 647,1 1 1 b7k,1 1 1" +
  " 5eu,1 1 1 5fs,1 1 1 5et,1 1 1 8jj,1 1 1 6kr,1 1 1 6fm,1 1 1 831,1 1 1 81n,1 1 1 dh3,1 1 1 5" +
  "lg,1 1 1 hsp,1 1 1 6g5,1 1 1 7l8,w 1 1 -fi,1 1 1 -fh,1 1 1 -fg,1 1 1 -ff,1 2 1 -fe,2 1 1 -fd" +
  ",1 1 1 -fc,1 1 1 -fb,1 1 1 -fa,1 1 1 -f9,1 1 1 -f8,1 1 1 -f7,1 1 1 -f6,1 1 1 -f5,1 1 1 -f4,1" +
  " 1 1 -f3,1 1 1 -f1,1 1 1 -f0,1 1 1 -ez,1 6 1 -ey,6 1 1 -ew,1 1 1 -eu,1 1 1 -es,1 1 1 -eq,1 5" +
  " 1 -eo,5 1 1 -en,1 1 1 -em,1 6 1 -el,6 4 1 -ek,mu9 1 1 -w2a,1 1 1 -w29,5v 1 1 -1,3m 1 1 -x4f" +
  ",1 1 1 -x4d,1 1 1 -x43,4 1 1 -wya,1 1 1 -wx2,o3 1 1 -tx,1 1 1 -12,1 1 1 -xdf,1 1 1 -d,a 1 1 " +
  "-xcs,fbr 1 1 -lh4,1 1 1 -sul,1 1 1 -kzc,1 1 1 -ldn,1 1 1 -rar,1 1 1 -xqr,1 1 1 -wm9,1 1 1 -h" +
  "nv,1 1 1 -hnw,1 1 1 -vjs,1 1 1 -ke1,1 1 1 -was,1 1 1 -vk4,1 1 1 -tuf,1 1 1 -pt1,1 1 1 -o0a,1" +
  " 1 1 -moh,1 1 1 -mdz,1 1 1 -m56,1 1 1 -kn8,1 1 1 -s9e,1 1 1 -rne,1 1 1 -qwt,1 1 1 -qbd,1 1 1" +
  " -n2z,1 1 1 -khb,1 1 1 -isp,1 1 1 -xp5,1 1 1 -wpz,1 1 1 -s2h,1 1 1 -qo3,1 1 1 -mpe,1 1 1 -hz" +
  "6,1 1 1 -us1,1 1 1 -r3r,1 1 1 -ms6,1 1 1 -m2o,1 1 1 -tp8,1 1 1 -nke,1 1 1 -mbs,1 1 1 -uhq,1 " +
  "1 1 -suq,1 1 1 -rls,1 1 1 -qi7,1 1 1 -km6,1 1 1 -xif,1 1 1 -x2v,1 1 1 -wup,1 1 1 -tbg,1 1 1 " +
  "-s4e,1 1 1 -qoy,1 1 1 -pqk,1 1 1 -nxv,1 1 1 -mr3,1 1 1 -moq,1 1 1 -l6w,1 1 1 -jd2,1 1 1 -iiy" +
  ",1 1 1 -i0w,1 1 1 -pf3,1 1 1 -p8d,1 1 1 -of1,1 1 1 -n79,1 1 1 -k6z,1 1 1 -hxd,1 1 1 -lt7,1 1" +
  " 1 -voj,1 1 1 -ugv,1 1 1 -oo4,1 1 1 -nuv,1 1 1 -qn8,1 1 1 -pdp,1 1 1 -lfq,1 1 1 -jf6,1 1 1 -" +
  "voy,1 1 1 -uzt,1 1 1 -sah,1 1 1 -rjn,1 1 1 -rb3,1 1 1 -oio,1 1 1 -obd,1 1 1 -jk6,1 1 1 -ww0," +
  "1 1 1 -nuw,1 1 1 -x2w,1 1 1 -x3d,1 1 1 -p4q,1 1 1 -oex,1 1 1 -n6v,1 1 1 -jj8,1 1 1 -lp6,1 1 " +
  "1 -tqk,1 1 1 -sbe,1 1 1 -lsv,1 1 1 -xt1,1 1 1 -v3s,1 1 1 -ua6,1 1 1 -qfu,1 1 1 -q2a,1 1 1 -w" +
  "uk,1 1 1 -pd5,1 1 1 -xie,1 1 1 -ud9,1 1 1 -xui,1 1 1 -rrw,1 1 1 -t81,1 1 1 -ojs,1 1 1 -wq0,1" +
  " 1 1 -vta,1 1 1 -prg,1 1 1 -n51,1 1 1 -lvp,1 1 1 -rzq,1 1 1 -kw1,1 1 1 -ru2,1 1 1 -tpx,1 1 1" +
  " -nf3,1 1 1 -tlh,1 1 1 -q35,1 1 1 -xqh,1 1 1 -x73,1 1 1 -x4g,1 1 1 -smx,1 1 1 -olw,1 1 1 -ni" +
  "l,1 1 1 -luz,1 1 1 -khb,1 1 1 -wwa,1 1 1 -wn2,1 1 1 -vm6,1 1 1 -uja,1 1 1 -t6m,1 1 1 -r5y,1 " +
  "1 1 -pcr,1 1 1 -jq1,1 1 1 -isd,1 1 1 -hyp,1 1 1 -hx7,1 1 1 -wz3,1 1 1 -szp,1 1 1 -s2d,1 1 1 " +
  "-kyz,1 1 1 -umy,1 1 1 -u0v,1 1 1 -txs,1 1 1 -tfb,1 1 1 -rcf,1 1 1 -qx6,1 1 1 -qa3,1 1 1 -p8r" +
  ",1 1 1 -of6,1 1 1 -nxk,1 1 1 -l0y,1 1 1 -n1n,1 1 1 -ktz,1 1 1 -k7l,1 1 1 -x39,1 1 1 -wze,1 1" +
  " 1 -wkh,1 1 1 -r13,1 1 1 -mam,1 1 1 -lx3,1 1 1 -ul5,1 1 1 -ucu,1 1 1 -tnt,1 1 1 -s1j,1 1 1 -" +
  "ors,1 1 1 -qia,1 1 1 -xqc,1 1 1 -w4w,1 1 1 -v5v,1 1 1 -usx,1 1 1 -uc0,1 1 1 -qgr,1 1 1 -qbp," +
  "1 1 1 -o45,1 1 1 -nze,1 1 1 -kfx,1 1 1 -ji4,1 1 1 -jfv,1 1 1 -ja4,1 1 1 -xm2,1 1 1 -pag,1 1 " +
  "1 -kjn,1 1 1 -jk0,1 1 1 -u6w,1 1 1 -xtg,1 1 1 -xcx,1 1 1 -v66,1 1 1 -v3y,1 1 1 -t9h,1 1 1 -s" +
  "e5,1 1 1 -quq,1 1 1 -pz3,1 1 1 -n2e,1 1 1 -ksn,1 1 1 -htj,1 1 1 -t31,1 1 1 -jo8,1 1 1 -x1a,1" +
  " 1 1 -swd,1 1 1 -st2,1 1 1 -rrd,1 1 1 -rhr,1 1 1 -qf7,1 1 1 -q5w,1 1 1 -pk3,1 1 1 -on3,1 1 1" +
  " -j8y,1 1 1 -x9g,1 1 1 -tyc,1 1 1 -jmj,1 1 1 -xih,1 1 1 -uyk,1 1 1 -rn0,1 1 1 -l2l,1 1 1 -uh" +
  "9,1 1 1 -u51,1 1 1 -ssj,1 1 1 -qj8,1 1 1 -jme,1 1 1 -x4k,1 1 1 -wr3,1 1 1 -v3u,1 1 1 -t71,1 " +
  "1 1 -syb,1 1 1 -soq,1 1 1 -rum,1 1 1 -qfy,1 1 1 -q2r,1 1 1 -o6l,1 1 1 -mc8,1 1 1 -mbr,1 1 1 " +
  "-kkd,1 1 1 -jk8,1 1 1 -wx8,1 1 1 -rhu,1 1 1 -wr4,1 1 1 -qvy,1 1 1 -qc7,1 1 1 -mwm,1 1 1 -jm6" +
  ",1 1 1 -ihn,1 1 1 -i1g,1 1 1 -swt,1 1 1 -roq,1 1 1 -npq,1 1 1 -p4c,1 1 1 -p20,1 1 1 -orr,1 1" +
  " 1 -qpm,1 1 1 -r4y,1 1 1 -lus,1 1 1 -xtp,1 1 1 -ngo,1 1 1 -x51,1 1 1 -x6h,1 1 1 -uor,1 1 1 -" +
  "tv3,1 1 1 -oq5,1 1 1 -vb3,1 1 1 -rtz,1 1 1 -t3m,1 1 1 -l3g,1 1 1 -mgs,1 1 1 -jp8,1 1 1 -m7z," +
  "1 1 1 -uns,1 1 1 -xcc,1 1 1 -wgd,3 1 2 -vxy,2 1 1 -t5q,3 1 1 -x87,1 1 1 -qng,1 1 1 -pxp,1 1 " +
  "1 -pgc,1 1 1 -pff,1 1 1 -pf9,1 1 1 -pe4,1 1 1 -jie,1 1 1 -orj,1 1 2 -o69,2 1 2 -mxa,2 1 1 -l" +
  "yi,3 1 1 -kx9,1 1 1 -krt,4 1 1 -j7f,1 1 1 -j73,1 1 1 -j5w,1 1 1 -i9l,1 1 1 -ksw,1 1 1 -jnc,1" +
  " 1 1 -xoi,1 1 1 -xfu,1 1 1 -xd1,1 1 1 -x2i,1 1 1 -x1s,1 1 1 -wys,1 1 1 -wih,1 1 1 -wfl,1 1 1" +
  " -wcw,1 1 1 -vzt,1 1 1 -vwy,1 1 1 -v6f,1 1 1 -v66,1 1 1 -ucp,1 1 1 -u6u,1 1 1 -u5t,1 1 1 -u3" +
  "2,1 1 1 -tf6,1 1 1 -tb4,1 1 1 -t6a,1 1 1 -ssf,1 1 1 -rta,1 1 1 -ros,1 1 1 -rhh,1 1 1 -r16,1 " +
  "1 1 -qvy,1 1 1 -qi0,1 1 1 -pmi,1 1 1 -phq,1 1 1 -phg,1 1 1 -phi,1 1 1 -phb,1 1 1 -ph6,1 1 1 " +
  "-ph0,1 2 1 -pfp,2 1 1 -pas,1 1 1 -p90,1 1 1 -p06,1 1 1 -okj,1 1 1 -ojz,1 1 1 -oig,1 1 1 -oa0" +
  ",1 1 1 -o5y,1 1 1 -nsf,1 1 1 -nok,1 1 1 -nol,1 1 1 -nbc,1 1 1 -mds,1 1 1 -ma3,1 1 1 -m01,1 1" +
  " 1 -lyi,1 1 1 -ln5,1 1 1 -llp,1 1 1 -l2o,1 1 1 -kz3,1 1 1 -jnp,1 1 1 -jfu,1 1 1 -je7,1 1 1 -" +
  "ueu,1 1 1 1sw2,1 1 1 -nrp,3 1 1 -y16,1 1 1 -xbw,1 1 1 -xe2,1 1 1 -xrn,1 1 1 -xf3,1 1 1 -xdh," +
  "1 1 1 -x4f,1 1 1 -x31,1 1 1 -wkb,1 1 1 -wmc,1 1 1 -wkh,1 1 1 -wih,1 1 1 -w0y,1 1 1 -vyi,1 1 " +
  "1 -vui,1 1 1 -vu3,1 1 1 -vmm,1 1 1 -vh5,1 1 1 -ur4,1 1 1 -uqy,1 1 1 -umz,1 1 1 -ul4,1 1 1 -u" +
  "cu,1 1 1 -u9l,1 1 1 -ubk,1 1 1 -u7v,1 1 1 -u96,1 1 1 -u55,1 1 1 -u3c,1 1 1 -ts9,1 1 1 -tpu,1" +
  " 1 1 -tod,1 1 1 -th6,1 1 1 -t99,1 1 1 -t4r,1 1 1 -t4o,1 1 1 -t32,1 1 1 -s9o,1 1 1 -s7w,1 1 1" +
  " -rx2,1 1 1 -rlp,1 1 1 -rm6,1 1 1 -rjs,1 1 1 -rct,1 1 1 -r3i,1 1 1 -pva,1 1 1 -qy1,1 1 1 -qu" +
  "o,1 1 1 -qra,1 1 1 -qi8,1 1 1 -qe4,1 1 1 -qco,1 1 1 -q6f,1 1 1 -q6e,1 1 1 -q1o,1 1 1 -q18,1 " +
  "1 1 -q0k,1 1 1 -py7,1 1 1 -pyi,1 1 1 -pnj,1 1 1 -pa3,1 1 1 -p2l,1 1 1 -oxf,1 1 1 -or8,1 1 1 " +
  "-on0,1 1 1 -odv,1 1 1 -o8d,1 1 1 -nkx,1 1 1 -ngl,1 1 1 -mrg,1 1 1 -met,1 1 1 -mcx,1 1 1 -mci" +
  ",1 1 1 -m4a,1 1 1 -m2q,1 1 1 -m40,1 1 1 -m2j,1 1 1 -m2n,1 1 1 -m35,1 1 1 -m12,1 1 1 -lyu,1 1" +
  " 1 -lo9,1 1 1 -l8q,1 1 1 -l01,1 1 1 -krv,1 1 1 -klr,1 1 1 -jt6,1 1 1 -jqc,1 1 1 -jn6,1 1 1 -" +
  "jji,1 1 1 -jij,1 1 1 -ji8,1 1 1 -jgx,1 1 1 -iwr,1 1 1 -i0i,1 1 1 1njv,1 1 1 1njo,1 1 1 1ptw," +
  "1 1 1 -11rp,1 1 1 -10vv,1 1 1 -10uz,1 1 1 1vuc,1 1 1 1xx6,1 1 1 24n0,1 1 1 -i39,1 1 1 -i17,1" +
  "z 1 1 -1cfy,1 1 1 -1cgh,1 2 1 -1cgf,2 3 1 -1cg9,3 1 1 -1cfz,1 1 1 -1cfy,1 1 1 -1dku,13 1 1 -" +
  "1cdb,1 1 1 -1cdc,1 1 1 -1cd3,1 1 1 -1cd4,1 1 1 -1cd5,1 1 1 -1cd6,1 1 1 -1cd4,1 1 1 -1cd5,1 1" +
  " 1 -1cd6,1 1 1 -1cd7,1 1 1 -1cd6,1 1 1 -1cd7,1 1 1 -1cd8,1 1 1 -1cd9,1 1 1 -1cdg,1 1 1 -1cdh" +
  ",1 1 1 -1cdi,1 1 1 -1cdj,1 1 1 -1cdf,1 1 1 -1cdg,1 1 1 -1cdh,1 1 1 -1cdi,1 1 1 -1cdp,1 1 1 -" +
  "1cdq,1 1 1 -1cdr,1 1 1 -1cds,1 1 1 -1ccm,1 1 1 -1ccn,1 1 1 -1cco,1 1 1 -1ccp,1 1 1 -1cco,1 1" +
  " 1 -1ccp,1 1 1 -1ccq,1 1 1 -1ccr,1 1 1 -1cdq,1 1 1 -1cdr,1 1 1 -1cds,1 1 1 -1cdt,1 1 1 -1cdv" +
  ",1 1 1 -1cdw,1 1 1 -1cdx,1 1 1 -1cdy,1 1 1 -1cdw,1 1 1 -1cdx,1 1 1 -1cdy,1 2 1 -1cdz,2 1 1 -" +
  "1ce0,1 1 1 -1ce1,1 1 1 -1ce2,1 1 1 -1cdx,1 1 1 -1cdy,1 1 1 -1ce0,1 1 1 -1ce1,1 1 1 -1ce0,1 1" +
  " 1 -1ce1,1 1 1 -1ce8,1 1 1 -1ce9,1 1 1 -1cdu,1 1 1 -1cdv,1 1 1 -1ce3,1 1 1 -1ce4,1 1 1 -1cdh" +
  ",1 1 1 -1cdi,1 1 1 -1cdj,1 1 1 -1cdk,1 1 1 -1cdf,1 1 1 -1cdg,1 1 1 -1cdh,1 1 1 -1cdi,1 1 1 -" +
  "1cdf,1 1 1 -1cdg,1 1 1 -1cdh,1 1 1 -1cdi,1 1 1 -1cdl,1 1 1 -1cdm,1 1 1 -1cdn,1 1 1 -1cdo,1 1" +
  " 1 -1cdg,1 2 1 -1cdh,2 1 1 -1cdi,1 1 1 -1cdj,1 1 1 -1cdk,3 1 1 -1cdh,1 1 1 -1cdi,1 1 1 -1cdj" +
  ",1 1 1 -1cdk,1 1 1 -1cdo,1 1 1 -1cdp,1 1 1 -1cdq,1 1 1 -1cdr,1 1 1 -1cd8,1 1 1 -1cd9,10 1 1 " +
  "-1cfa,1 1 1 -1cfb,1 1 1 -1cfc,1 1 1 -1cfd,1 1 1 -1ceo,1 1 1 -1cep,1 1 1 -1cer,1 1 1 -1ces,1 " +
  "1 1 -1cer,1 1 2 -1ces,2 1 1 -1cer,1 1 1 -1ces,1 1 1 -1cez,1 1 1 -1cf0,1 1 1 -1cex,1 1 1 -1ce" +
  "y,1 1 1 -1ces,1 1 1 -1cet,1 1 1 -1ceu,1 1 1 -1cev,1 1 1 -1cin,1 1 1 -1cio,j 1 1 -1cfk,1 1 1 " +
  "-1cfl,1 1 1 -1cfm,1 1 1 -1cfn,ep 1 1 -1e5g,1 2 1 -14pc,2 2 1 -1e55,2 1 1 -1e5w,1 1 1 -1e53,1" +
  " 2 1 -14ox,q 1 1 -17vh,1 1 1 -17vj,1 1 1 -1e50,1 1 1 -1e51,1 2 1 -1e6l,2 1 1 -1e4c,1 1 1 -1e" +
  "4b,1 2 1 -14px,2 2 1 -14q3,2 2 1 -14qb,2 2 1 -14qf,2 4 1 -14qd,6 1 1 -1e5o,1 1 1 -1e5n,5 1 1" +
  " -1e5q,1 1 1 -1e5r,1 1 1 -1e5s,1 1 1 -1e78,1 1 1 -14r4,1 1 2 -1e78,2 1 1 -1e6x,1 1 1 -1e6z,1" +
  " 1 1 -1e6v,1 1 1 -1e7q,1 1 1 -17wk,1 2 1 -1e7l,2 1 1 -1e5c,1 1 1 -1e5b,1 2 1 -14qx,2 1 1 -1e" +
  "7w,1 1 1 -1e7u,1 2 1 -1e7r,2 1 1 -1e7q,1 1 1 -1e7c,1 1 1 -1e7b,1 1 2 -1e7d,2 1 1 -1e6k,1 2 1" +
  " -1e85,2 1 1 -1e7f,l 1 1 -1d27,d 1 1 -1d2e,1 2 1 -1d2f,2 1 1 -1d2g,1 1 1 -1d2h,1 2 1 -1d2i,2" +
  " 2 1 -1d2j,2 1 1 -1d2k,1 1 1 -1d2l,1 2 1 -1d2m,2 1 1 -1d2n,1 1 1 -1d2o,1 2 1 -1d2p,2 1 1 -1d" +
  "2q,1 1 1 -1d2r,1 2 1 -1d2s,2 1 1 -1d2t,1 1 1 -1d2u,1 2 1 -1d2v,2 1 1 -1d2w,1 1 1 -1d2x,1 2 1" +
  " -1d2y,2 2 1 -1d2z,2 2 1 -1d30,2 2 1 -1d31,2 2 1 -1d32,2 1 1 -1d33,1 1 1 -1d34,1 2 1 -1d35,2" +
  " 1 1 -1d36,1 1 1 -1d37,1 2 1 -1d38,2 1 1 -1d39,1 1 1 -1d3a,1 2 1 -1d3b,2 1 1 -1d3c,1 1 1 -1d" +
  "3d,1 2 1 -1d3e,2 1 1 -1d3f,1 1 1 -1d3g,1 2 1 -1d3h,2 1 1 -1d3i,1 1 1 -1d3j,1 2 1 -1d3k,2 1 1" +
  " -1d3l,1 1 1 -1d3m,1 2 1 -1d3n,2 1 1 -1d3o,1 1 1 -1d3p,1 1 1 -1d3q,1 1 1 -1d3k,1 1 1 -1d3l,1" +
  " 1 1 -1d3m,1 2 1 -1d3n,2 1 1 -1d3o,1 1 1 -1d3p,1 2 1 -1d3q,2 1 1 -1d3r,1 1 1 -1d3s,1 2 1 -1d" +
  "3t,2 1 1 -1d3u,1 1 1 -1d3v,1 2 1 -1d3w,2 1 1 -1d3x,1 1 1 -1d3y,1 2 1 -1d3z,2 1 1 -1d40,1 1 1" +
  " -1d41,1 2 1 -1d42,2 1 1 -1d43,1 1 1 -1d44,1 2 1 -1d45,2 2 1 -1d46,2 2 1 -1d47,2 1 1 -1d48,1" +
  " 1 1 -1d49,1 1 1 -1d4a,d 2m 1 -1ecg,2m 2 1 -168q,2 1 1 -14yn,1 2 1 -14ye,2 1 1 -14yr,1 1 1 -" +
  "14ru,1 1 1 -14s4,1 1 1 -14ue,1 1 1 -14ud,1 1 1 -14uc,1 1 1 -14ub,1 1 1 -14ua,1 1 1 -14sp,1 1" +
  " 1 -14so,1 1 1 -14sn,1 1 1 -14to,1 1 1 -14s4,1 1 1 -14un,1 1 1 -14um,1 1 1 -14ul,1 1 1 -14uk" +
  ",1 2 1 -14uj,2 1 1 -14ui,1 1 1 -14uh,1 1 1 -14ug,1 1 1 -14uf,1 1 1 -14ue,1 1 1 -14ud,1 1 1 -" +
  "14uc,1 1 1 -14ub,1 1 1 -14ua,1 1 1 -14u9,1 1 1 -14u8,1 1 1 -14u6,1 1 1 -14u5,1 1 1 -14u4,1 6" +
  " 1 -14u3,6 1 1 -14u1,1 1 1 -14tz,1 1 1 -14tx,1 1 1 -14tv,1 5 1 -14tt,5 1 1 -14ts,1 1 1 -14tr" +
  ",1 6 1 -14tq,6 1 1 -14tp,1 1 1 -14tm,1 2 1 -14w5,2 1 1 -1b28,1 2 1 -1b4x,2 1 1 -1b09,1 1 1 -" +
  "1b4y,1 2 1 -1b09,2 3 1 -1b50,3 6 1 -1b0a,6 1 1 -1b4m,1 3 1 -1b57,3 1 1 -1b4j,1 a 1 -1b58,d 6" +
  " 1 -1b35,8 6 1 -1b37,8 6 1 -1b39,8 3 1 -1b3b,6 2 1 -1ef2,2 1 2 -1eeu,2 1 1 -1ef2,1 1 1 -1ef4" +
  ",1 1 2 -183h,2 1 1 -178m,1 4 1 -17x5,4 1 1 -174d,1 1 1 -1737,1hv 2 1 -1fht,2 1 1 -1fvh,1 1 1" +
  " -1fjf,1 1 2 -1fle,2 1 1 -1fj8,1 1 1 -i76,1 1 1 -1fj8,1 1 1 -1fja,1 2 1 -1flh,2 1 1 -1a7w,1 " +
  "1 1 -1fli,1 1 1 -1fld,1 1 1 -1fjb,1 1 1 -1fl9,1 1 1 -1flc,1 1 1 -1flf,1 1 1 -1fjt,1 1 1 -1fu" +
  "6,1 1 1 -1fju,1 1 1 -1flc,1 1 1 -1fkk,1 2 1 -1fjj,2 1 1 -1flb,1 1 1 16js,1 1 1 -iz3,1 1 1 -1" +
  "flc,1 1 1 16jq,1 1 1 -1fki,1 1 1 16jp,1 1 1 -1fvu,1 2 1 -1fl9,2 1 1 -1fzo,1 1 1 -1fl8,1 1 1 " +
  "16jl,1 2 1 -1fl7,2 1 1 -1fl6,1 1 1 -1fk3,1 1 1 -1fk6,1 1 1 -i86,1 1 1 -1fk7,1 1 1 -1fl3,1 1 " +
  "2 -17b3,2 1 1 -1fkz,1 2 1 -1fki,2 1 1 -1fkt,1 3 1 -1fqu,3 1 1 16j5,1 1 1 16jo,14cm q 1 -2ke7" +
  ",q q 1 -2ke1,q q 1 -2kfn,q 7 1 -2kfh,8 i 1 -2kfh,i q 1 -2kh3,q q 1 -2kgx,q 2 2 -2kij,3 1 1 -" +
  "2kij,3 1 1 -2kij,3 2 1 -2kij,4 4 1 -2kij,5 8 1 -2kij,8 4 1 -2kid,5 2 2 -2kid,3 6 1 -2kid,7 b" +
  " 1 -2kid,b q 1 -2kjz,q q 1 -2kjt,q 2 1 -2klf,3 4 1 -2klf,6 8 1 -2klf,9 7 1 -2klf,8 q 1 -2kl9" +
  ",q 2 1 -2kmv,3 4 1 -2kmv,5 5 1 -2kmv,6 1 1 -2kmv,4 7 1 -2kmv,8 q 1 -2kmp,q q 1 -2kob,q q 1 -" +
  "2ko5,q q 1 -2kpr,q q 1 -2kpl,q q 1 -2kr7,q q 1 -2kr1,q q 1 -2ksn,q q 1 -2ksh,q q 1 -2ku3,q q" +
  " 1 -2ktx,q q 1 -2kvj,q q 1 -2kvd,q 1 1 -2kqb,1 1 1 -2kj2,3 h 1 -2k9j,h 1 1 -2k9t,1 7 1 -2k9j" +
  ",7 1 1 -2e9m,1 p 1 -2k9d,p 1 1 -2eah,1 1 1 -2k9z,1 1 1 -2k9x,1 1 1 -2k9w,1 1 1 -2k9l,1 1 1 -" +
  "2k9r,1 1 1 -2k9t,1 h 1 -2kb5,h 1 1 -2kbf,1 7 1 -2kb5,7 1 1 -2eb8,1 p 1 -2kaz,p 1 1 -2ec3,1 1" +
  " 1 -2kbl,1 1 1 -2kbj,1 1 1 -2kbi,1 1 1 -2kb7,1 1 1 -2kbd,1 1 1 -2kbf,1 h 1 -2kcr,h 1 1 -2kd1" +
  ",1 7 1 -2kcr,7 1 1 -2ecu,1 p 1 -2kcl,p 1 1 -2edp,1 1 1 -2kd7,1 1 1 -2kd5,1 1 1 -2kd4,1 1 1 -" +
  "2kct,1 1 1 -2kcz,1 1 1 -2kd1,1 h 1 -2ked,h 1 1 -2ken,1 7 1 -2ked,7 1 1 -2eeg,1 p 1 -2ke7,p 1" +
  " 1 -2efb,1 1 1 -2ket,1 1 1 -2ker,1 1 1 -2keq,1 1 1 -2kef,1 1 1 -2kel,1 1 1 -2ken,1 h 1 -2kfz" +
  ",h 1 1 -2kg9,1 7 1 -2kfz,7 1 1 -2eg2,1 p 1 -2kft,p 1 1 -2egx,1 1 1 -2kgf,1 1 1 -2kgd,1 1 1 -" +
  "2kgc,1 1 1 -2kg1,1 1 1 -2kg7,1 1 1 -2kg9,1 2 1 -2kfi,4 a 1 -2l5q,a a 1 -2l60,a a 1 -2l6a,a a" +
  " 1 -2l6k,a a 1 -2l6u,1mi 9 1 -2m0w,9 3 1 -2m0v,3 b 1 -2m0u,b 1 1 -2m0s,1 2 1 -2m0r,2 1 1 -1p" +
  "z5,1 1 1 -2lwy,1 1 1 -2m0m,1 1 1 -2m0l,1 1 1 -2lwl,1 1 1 -2ly8,1 1 1 -2lxd,1 9 1 -2m1t,9 2 1" +
  " -2m1s,2 2 1 -2m1q,2 1 1 -2m1p,1 6 1 -2m1o,6 2 1 -2m1n,2 1 1 -2lzq,1 1 1 -2m1e,1 1 1 -2m1g,1" +
  " 1 1 -2m17,1 1 1 -2lz4,1 1 1 -1q1n,1 1 1 -2lz0,2oj 2 1 -2od5,2 1 1 -2od2,1 1 2 -2od0,2 1 1 -" +
  "2ocd,1 1 1 -2od0,1 1 1 -2od6,1 1 1 -2ocx,1 1 1 -2ocf,1 4 1 -2ocn,4 1 1 -2od7,1 1 1 -2od2,1 1" +
  " 1 -2ocv,1 1 1 -2od8,1 1 1 -2ocw,1 1 1 -2ode,1 1 1 -2odc,1 2 1 -2odn,2 1 1 -2odl,1 1 1 -2odk" +
  ",1 1 1 -2odf,1 1 1 -2ode,1 1 1 -2odd,1 1 1 -2oby,1 1 1 -2o9v,1 1 1 -2oal,1 1 2 -2oc0,2 1 1 -" +
  "2oe1,1 1 2 -2ody,2 1 1 -2od9,3 1 2 -2oe2,2 1 1 -2odb,1 4 1 -2odj,4 1 1 -2oe3,1 1 1 -2ody,1 1" +
  " 1 -2odr,1 1 1 -2oe4,1 1 2 -2ods,2 1 1 -2oe8,1 2 1 -2oej,2 1 2 -2oeh,2 1 2 -2oeb,2 1 1 -2oe9" +
  ",7 1 1 -2oeu,5 1 2 -2oey,2 1 2 -2oe7,2 2 2 -2oef,3 1 1 -2oez,1 1 2 -2oeu,2 1 1 -2of0,1 1 2 -" +
  "2oeo,2 1 1 -2of4,3 1 2 -2ofd,2 1 2 -2of7,2 1 2 -2of5,2 1 2 -2obn,2 1 2 -2ods,2 1 1 -2oft,1 1" +
  " 2 -2ofq,2 1 1 -2of1,3 1 1 -2ofu,1 1 1 -2ofl,1 1 1 -2of3,1 2 2 -2ofb,3 1 1 -2ofb,1 1 1 -2ofv" +
  ",1 1 1 -2ofq,1 1 1 -2ofj,1 1 1 -2ofw,1 1 2 -2ofk,2 1 1 -2og0,1 2 1 -2ogb,2 1 2 -2og9,2 1 1 -" +
  "2og3,1 1 1 -2og2,1 1 1 -2og1,1 1 2 -2oem,2 1 2 -2od9,2 2 1 -2ogp,2 1 1 -2ogm,1 1 1 -2ogk,1 2" +
  " 1 -2ofx,2 1 1 -2ogk,1 1 1 -2ogq,1 1 1 -2ogh,1 1 2 -2ofz,2 3 1 -2og7,3 1 1 -2ogr,1 1 1 -2ogm" +
  ",1 1 1 -2ogf,1 1 1 -2ogs,1 1 1 -2ogg,1 1 1 -2ogy,1 1 1 -2ogw,1 2 1 -2oh7,2 1 1 -2oh5,1 1 1 -" +
  "2oh4,1 1 1 -2ogz,1 1 1 -2ogy,1 1 1 -2ogx,6 1 1 -2ohl,1 1 1 -2ohi,1 1 2 -2ohg,2 1 1 -2ogt,1 1" +
  " 1 -2ohg,1 1 1 -2ohm,1 1 1 -2ohd,1 1 2 -2ogv,2 3 1 -2oh3,3 1 1 -2ohn,1 1 1 -2ohi,1 1 1 -2ohb" +
  ",1 1 1 -2oho,1 1 1 -2ohc,1 1 1 -2ohu,1 1 1 -2ohs,1 2 1 -2oi3,2 1 1 -2oi1,1 1 1 -2oi0,1 1 1 -" +
  "2ohv,1 1 1 -2ohu,1 1 1 -2oht,hc 1 1 -2q5k,1 1 1 -2q56,4 q 1 -2q5r,5u 1 1 -2gr1,e 1 1 -26yt,1" +
  " 1 1 -28ca,1 1 2 -29ty,2 1 1 -2avc,1 1 1 -28sb,1 1 1 -1z5f,1 1 1 -28ry,1 1 1 -2aus,1 1 1 -26" +
  "7t,1 1 1 -241l,1 1 1 -26bm,1 1 1 -2a4v,1 1 1 -27ip,1 1 1 -2aa9,1 1 1 -26b3,1 1 1 -2a6b,1 1 1" +
  " -21nj,1 1 1 -239f,1 1 1 -1ym2,1 1 1 -28tw,1 1 1 -29rg,1 1 1 -24gi,1 1 1 -26xe,1 1 1 -26s3,1" +
  " 1 1 -2azt,1 1 1 -2azl,1 1 1 -1xwh,1 1 1 -27uu,1 1 1 -2ayo,1 1 1 -29tn,1 1 1 -26ug,1 1 1 -1y" +
  "gw,1 1 1 -26zi,1 1 1 -22ep,1 1 1 -227t,1 1 1 -29t8,1 1 1 -24l1,1 1 1 -2625,1 1 1 -2627,1 1 1" +
  " -239h,1 1 1 -2a4n,1 1 1 -29hg,1 1 1 -1xpq,l 1 1 -27jt,1 1 1 -29uq,1wf a 1 -2sao,1dsg 1 1 -3" +
  "qo3,1 1 1 -3qo9,1 1 1 -3qo1,1 1 1 -1crl,1 1 1 -3qg4,1 1 1 -3qdz,1 1 1 -3qdn,1 1 1 -3qbp,1 1 " +
  "1 -3q8e,1 1 1 -3q7k,1 1 1 -3q5f,1 1 1 -3q64,1 1 1 -3vqm,1 1 1 -1brn,1 1 1 -3q2p,1 1 1 -3q2j," +
  "1 1 1 -3q24,1 1 1 -3q1m,1 1 1 -1bzq,1 1 1 -3vq2,1 1 1 -3q25,1 1 1 -3q14,1 1 1 -1byj,1 1 1 -3" +
  "q0w,1 1 1 -3q0k,1 1 1 -3qkt,1 1 1 -3q0e,1 1 1 -3q06,1 1 1 -k71,1 1 1 -3pyg,1 1 1 -3py3,1 1 1" +
  " -3vpc,1 1 1 -3pwl,1 1 1 -3pwb,1 1 1 -3pv4,1 1 1 -3pv0,1 1 1 -3vnz,1 1 1 -3psu,1 1 1 -3pst,1" +
  " 1 1 -3ps3,1 1 1 -3pri,1 2 1 -3pr8,2 1 1 -3pqs,1 1 1 -3ppf,1 1 1 -3pp8,1 1 1 -3pp0,1 1 1 -3p" +
  "oc,1 1 1 -3po3,1 1 1 -3po2,1 1 1 -3po3,1 1 1 -3po4,1 1 1 -1b0o,1 1 1 -3jyd,1 1 1 -3pm4,1 1 1" +
  " -3plk,1 1 1 -1as5,1 1 1 -3pla,1 1 1 -3pl5,1 1 1 -3pkl,1 1 1 -3pge,1 1 1 -3pj9,1 1 1 -3piu,1" +
  " 1 1 -3phz,1 1 1 -3pge,1 1 1 -3pe3,1 1 1 -3pde,1 1 1 -3pbk,1 1 1 -3pb5,1 1 1 -3pa9,1 1 1 -3p" +
  "aa,1 1 1 -3p9q,1 1 1 -3p99,1 1 1 -3p92,1 1 1 -3p8o,1 1 1 -3oz9,1 1 1 -3p6u,1 1 1 -3oza,1 1 1" +
  " -3p4t,1 1 1 -3p3v,1 1 1 -3pzd,1 1 1 -3omb,1 1 1 -3ouc,1 1 1 -3otb,1 1 1 -3osn,1 1 1 -3owa,1" +
  " 1 1 -3oro,1 1 1 -3orq,1 1 1 -3ooc,1 1 1 -18xh,1 1 1 -3omg,1 1 1 -3omc,1 1 1 -3oly,1 1 1 -3o" +
  "lf,1 1 1 -3ol8,1 1 1 -3ojh,1 1 1 -18l4,1 1 1 -18jb,1 1 1 -3ofq,1 1 1 -3oeg,1 1 1 -3oe5,1 1 1" +
  " -3ogd,1 1 1 -3ocg,1 1 1 -3vcp,1 1 1 -3vcc,1 1 1 -3o81,1 1 1 -3o6k,1 1 1 -3o6l,1 1 1 -17z8,1" +
  " 1 1 -3o2y,1 1 1 -3o2e,1 1 1 -3o20,1 1 1 -3o1p,1 1 1 -17q1,1 1 1 -3o1f,1 1 1 -3o19,1 1 1 -3n" +
  "dt,1 1 1 -3o0j,1 1 1 -3v91,1 1 1 -3nyv,1 1 1 -3nyi,1 1 1 -3nw9,1 1 1 -3nxp,1 1 1 -176f,1 1 1" +
  " -3nsp,1 1 1 -176f,1 1 1 -3nrk,1 1 1 -3nro,1 1 1 -3nr8,1 2 1 -3nog,2 1 1 -3v4k,1 1 1 -3nnr,1" +
  " 1 1 -3nml,1 1 1 -3nm1,1 1 1 -3nku,1 1 1 -3v3a,1 1 1 -16h2,1 1 1 -3v2m,1 1 1 -3niz,1 1 1 -3n" +
  "ix,1 1 1 -3niv,1 1 1 -3nic,1 1 1 -gsd,1 1 1 -3ngy,1 1 1 -165c,1 1 1 -165d,1 1 1 -3gk2,1 1 1 " +
  "-3ng2,1 1 1 -3ng3,1 1 1 -3v0v,1 1 1 -1333,1 1 1 -try,1 1 1 -3nef,1 1 1 -3ne7,1 1 1 -3v08,1 1" +
  " 1 -3ncy,1 1 1 -3nbk,1 1 1 -3nbb,1 1 1 -3nae,1 1 1 -3n6n,1 1 1 -3uxz,1 1 1 -3uyu,1 1 1 -3n67" +
  ",1 1 1 -15g0,1 1 1 -3n4u,1 1 1 -3n1a,1 1 1 -3n17,1 1 1 -3n16,1 1 1 -3n19,1 1 1 -3n00,1 1 1 -" +
  "3mzh,1 1 1 -3myi,1 1 1 -3myx,1 1 1 -3myn,1 1 1 -3mxd,1 1 1 -3mwu,1 1 1 -3mwr,1 1 1 -3mw2,1 1" +
  " 1 -3mvs,1 1 1 -3mtz,1 1 1 -3mro,1 1 1 -3mqq,1 1 1 -3mnb,1 1 1 -14mk,1 1 1 -3mnw,1 1 1 -3mpq" +
  ",1 1 1 -3mmr,1 1 1 -3mm1,1 1 1 -3mjd,1 1 1 -14gd,1 1 1 -3mhp,1 1 1 -3mkb,1 1 1 -3ml4,1 1 1 -" +
  "3us4,1 1 1 -3mfu,1 1 1 -3mfa,1 1 1 -3meg,1 1 1 -3mfj,1 1 1 -3uqj,1 1 1 -3m9l,1 1 1 -3m8t,1 1" +
  " 1 -13nk,1 1 1 -3m5k,1 1 1 -3lxw,1 1 1 -3m2s,1 1 1 -3ulx,1 1 1 -3m0u,1 1 1 -3umg,1 1 1 -3unh" +
  ",1 1 1 -3q68,1 1 1 -3q66,1 1 1 -3lxw,1 1 1 -3m0p,1 1 1 -3gvd,1 1 1 -3svy,1 1 1 -3lxd,1 1 1 -" +
  "3lxa,1 1 1 -3lx5,1 1 1 -3lvh,1 1 1 -3lvt,1 1 1 -12xm,1 1 1 -3ul1,1 1 1 -3lr9,1 1 1 -3luj,1 1" +
  " 1 -3lov,1 1 1 -3lnh,1 1 1 -12t2,1 1 1 -3lna,1 1 1 -3lqe,1 1 1 -3ljm,1 1 1 -3uiy,1 1 1 -3lie" +
  ",1 1 1 -3lfq,1 1 1 -3lds,1 1 1 -3l8j,1 1 1 -12dl,1 1 1 -3l76,1 1 1 -3ufq,1 1 1 -3l5a,1 1 1 -" +
  "11zd,1 1 1 -3l3x,1 1 1 -3uec,1 1 1 -3l35,1 1 1 -3l1x,1 2 1 -3l17,2 1 1 -11m2,1 1 1 -17fx,1 1" +
  " 1 -11j3,1 1 1 -3kx8,1 1 1 -116n,1 1 1 -3ku5,1 1 1 -3kts,1 1 1 -3kwn,1 1 1 -3krt,1 1 1 -3kqq" +
  ",1 1 1 -3kp6,1 1 1 -3kqp,1 1 1 -3kpm,1 1 1 -3kp8,1 1 1 -3kow,1 1 1 -1148,1 1 1 -3kr7,1 1 1 -" +
  "3kk9,1 1 1 -3kij,1 1 1 -3u8n,1 1 1 -3kg0,1 1 1 -3kg5,1 1 1 -10sc,1 1 1 -3klx,1 1 1 -3kbl,1 1" +
  " 1 -10oi,1 1 1 -10n7,1 1 1 -3k98,1 1 1 -3k62,1 1 1 -3k6u,1 1 1 -3k6y,1 1 1 -3u68,1 1 1 -3k5p" +
  ",1 1 1 -3k4b,1 1 1 -3k4i,1 1 1 -3k31,1 1 1 -1c6u,1 1 1 -3jyv,1 1 1 -103e,1 1 1 -3jwi,1 1 1 -" +
  "zuc,1 1 1 -3jso,1 1 1 -3jsc,1 1 1 -3jrm,1 1 1 -zdn,1 1 1 -3jqc,1 1 1 -3jps,1 1 1 -z5d,1 1 1 " +
  "-yz7,1 1 1 -3jji,1 1 1 -3jj2,1 1 1 -3tz2,1 1 1 -3jie,1 1 1 -3tys,1 1 1 -3tyt,1 1 1 -3jdz,1 1" +
  " 1 -3jdf,1 1 1 -3jcv,1 1 1 -3jcc,1 1 1 -3jag,1 1 1 -3tw8,1 1 1 -3j80,1 1 1 -y67,1 1 1 -3j7c," +
  "1 1 1 -y3p,1 1 1 -3j60,1 1 1 -16l6,1 1 1 -3j1m,1 1 1 -xi2,1 1 1 -xhg,1 1 1 -xdl,1 1 1 -3tqa," +
  "1 1 1 -3tpz,1 1 1 -3ivg,1 1 1 -x8u,1 1 1 -x8w,1 1 1 -x7u,1 1 1 -x75,1 2 1 -3iuf,2 1 1 -3iug," +
  "1 1 1 -3ita,1 1 1 -3tow,1 1 1 -3irj,1 1 1 -3tol,1 1 1 -3tme,1 1 1 -wmo,1 1 1 -3im8,1 1 1 -3i" +
  "kj,1 1 1 -3iis,1 1 1 -3tke,1 1 1 -w8c,1 1 1 -3if1,1 1 1 -w56,1 1 1 -w40,1 1 1 -3idj,1 1 1 -3" +
  "ib0,1 1 1 -3tih,1 1 1 -3i8p,1 1 1 -3i8g,1 1 1 -3i8c,1 1 1 -vkw,1 1 1 -vcm,1 1 1 -vcn,1 1 1 -" +
  "3i41,1 1 1 -3tcu,1 1 1 -v5i,1 1 1 -3hy4,1 1 1 -3hy2,1 1 1 -3tbx,1 1 1 -uzp,1 1 1 -3hqs,1 1 1" +
  " -3t8n,1 1 1 -3hq8,1 1 1 -3hqe,1 1 1 -3hpm,1 1 1 -ued,1 1 1 -3hmx,1 1 1 -3t64,1 1 1 -3hk7,1 " +
  "1 1 -3hil,1 1 1 -3hgr,1 1 1 -3t4t,1 1 1 -tvu,1 1 1 -tv0,1 1 1 -3t3v,1 1 1 -tr0,1 1 1 -3h8c,1" +
  " 1 1 -to9,1 1 1 -3h7n,1 1 1 -3h4v,1 1 1 -3h4l,1 1 1 -tcx,1 1 1 -tax,1 1 1 -3h25,1 1 1 -t7a,1" +
  " 1 1 -3h1r,1 1 1 -134x,1 1 1 -3t0s,1 1 1 -3h00,1 1 1 -3gxs,1 1 1 -3szd,1 1 1 -3gw7,1 1 1 -3o" +
  "i9,1 1 1 -stc,1 1 1 -ssz,1 1 1 -133q,1 1 1 -133i,1 1 1 -3gqy,1 1 1 -3gqw,1 1 1 -3e27,1 1 1 -" +
  "3swz,1 1 1 -3gn2,1 1 1 -3gn9,1 1 1 -3gms,1 1 1 -3q3j,1 1 1 -3gma,1 1 1 -3gm9,1 1 1 -3gm0,1 1" +
  " 1 -3gkw,1 1 1 -s4b,1 1 1 -3gkz,1 1 1 -3gjg,1 1 1 -3ghj,1 1 1 -3gfi,1 1 1 -3gjd,1 1 1 -3gf4," +
  "1 1 1 -3gdz,1 1 1 -3gaw,1 1 1 -3gi5,1 1 1 -3gev,1 1 1 -3geu,1 1 1 -3gef,1 1 1 -rxq,1 1 1 -rp" +
  "6,1 1 1 -rtd,1 1 1 -3ssc,1 1 1 -3g6v,1 1 1 -3g6u,1 1 1 -3g5w,1 1 1 -qg1,1 1 1 -3g3s,1 1 1 -r" +
  "cx,1 1 1 -3sr5,1 1 1 -3sr2,1 1 1 -r9b,1 1 1 -r1b,1 1 1 -3sqv,1 1 1 -3fxf,1 1 1 -3fx4,1 1 1 -" +
  "3fwu,1 1 1 -3fwt,1 1 1 -3fv2,1 1 1 -3fw0,1 1 1 -3fsb,1 1 1 -3ftk,1 1 1 -3fpe,1 1 1 -3fro,1 1" +
  " 1 -3fpu,1 1 1 -3fp4,1 1 1 -3so8,1 1 1 -3fmn,1 1 1 -3fls,1 1 1 -3snd,1 1 1 -3fj7,1 1 1 -3fj5" +
  ",1 1 1 -py6,1 1 1 -3ffz,1 1 1 -3fft,1 1 1 -3slv,1 1 1 -3ff3,1 1 1 -3w27,1 1 1 -pi5,1 1 1 -pd" +
  "2,1 1 1 -3si7,1 1 1 -3shz,1 1 1 -3f3j,1 1 1 -3f1f,1 1 1 -3ex3,1 1 1 -3erh,1 1 1 -oq3,1 1 1 -" +
  "3ep5,1 1 1 -3eok,1 1 1 -3em3,1 1 1 -3ejk,1 1 1 -o89,1 1 1 -1brp,1 1 1 -3ehb,1 1 1 -3ehr,1 1 " +
  "1 -3egc,1 1 1 -1blr,1 1 1 -3ea2,1 1 1 -3e7b,1 1 1 -mxa,1 1 1 -mwk,1 1 1 -3dxq,1 1 1 -3dv6,1 " +
  "1 1 -3dub,1 1 1 -mnr,1 1 1 -3du3,1 1 1 -3dm7,1 2 1 -3dht,2 1 1 -3dke,1 1 1 -3d9u,1 1 1 -3d93" +
  ",1 1 1 -lpv,1 1 1 -3cyr,1 1 1 -3ryy,1 1 1 -3cxl,1 1 1 -lfe,1 1 1 -3rws,1 1 1 -3cq8,1 1 1 -3o" +
  "02,1 1 1 -3cnm,1 1 1 -koh,1 1 1 -kil,1 1 1 -3rt6,1 1 1 -3rsz,1 1 1 -3cii,1 1 1 -k4x,1 1 1 -3" +
  "rre,1 1 1 -k13,1 1 1 -3chf,1 1 1 -3chg,1 1 1 -3cgn,1 1 1 -jt7,1 1 1 -3cbk,1 1 1 -3ro0,1 1 1 " +
  "-3c9n,1 1 1 -3c66,1 1 1 -3c5g,1 1 1 -3c3t,1 1 1 -3rju,1 1 1 -iqh,1 1 1 -3bw8,1 1 1 -3bnv,1 1" +
  " 1 -3bin,1 1 1 -3rcv,1 1 1 -3rc1,1 1 1 -3bfs,1 1 1 -hmq,1 1 1 -3rbt,1 1 1 -hl9,1 1 1 -hdx,1 " +
  "1 1 -hab,1 1 1 -3b6i,1 1 1 -3r9c,1 1 1 -3b4u,1 1 1 -3b4q,1 1 1 -3b4k,1 1 1 -3b4b,1 1 1 -3b45" +
  ",1 1 1 -3b35,1 1 1 -gm5";

/** A code point and what it becomes, in base 36. */
export const DECOMPOSED_LONGER =
  "4o w lk,4v w lg,50 w ld,54 w mf,58 1d 6dg 1g,59 1d 6dg 1e,5a 1f 6dg 1g,5c 1t lc,5d 1t ld,5e " +
  "1t le,5f 1t lf,5g 1t lk,5h 1t lm,5j 1v mf,5k 1x lc,5l 1x ld,5m 1x le,5n 1x lk,5o 21 lc,5p 21" +
  " ld,5q 21 le,5r 21 lk,5t 26 lf,5u 27 lc,5v 27 ld,5w 27 le,5x 27 lf,5y 27 lk,61 2d lc,62 2d l" +
  "d,63 2d le,64 2d lk,65 2h ld,68 2p lc,69 2p ld,6a 2p le,6b 2p lf,6c 2p lk,6d 2p lm,6f 2r mf," +
  "6g 2t lc,6h 2t ld,6i 2t le,6j 2t lk,6k 2x lc,6l 2x ld,6m 2x le,6n 2x lk,6p 32 lf,6q 33 lc,6r" +
  " 33 ld,6s 33 le,6t 33 lf,6u 33 lk,6x 39 lc,6y 39 ld,6z 39 le,70 39 lk,71 3d ld,73 3d lk,74 1" +
  "t lg,75 2p lg,76 1t li,77 2p li,78 1t mg,79 2p mg,7a 1v ld,7b 2r ld,7c 1v le,7d 2r le,7e 1v " +
  "lj,7f 2r lj,7g 1v lo,7h 2r lo,7i 1w lo,7j 2s lo,7m 1x lg,7n 2t lg,7o 1x li,7p 2t li,7q 1x lj" +
  ",7r 2t lj,7s 1x mg,7t 2t mg,7u 1x lo,7v 2t lo,7w 1z le,7x 2v le,7y 1z li,7z 2v li,80 1z lj,8" +
  "1 2v lj,82 1z mf,83 2v mf,84 20 le,85 2w le,88 21 lf,89 2x lf,8a 21 lg,8b 2x lg,8c 21 li,8d " +
  "2x li,8e 21 mg,8f 2x mg,8g 21 lj,8i 21 22,8j 2x 2y,8k 22 le,8l 2y le,8m 23 mf,8n 2z mf,8p 24" +
  " ld,8q 30 ld,8r 24 mf,8s 30 mf,8t 24 lo,8u 30 lo,8v 24 53,8w 30 53,8z 26 ld,90 32 ld,91 26 m" +
  "f,92 32 mf,93 26 lo,94 32 lo,95 jg 32,98 27 lg,99 33 lg,9a 27 li,9b 33 li,9c 27 ln,9d 33 ln," +
  "9g 2a ld,9h 36 ld,9i 2a mf,9j 36 mf,9k 2a lo,9l 36 lo,9m 2b ld,9n 37 ld,9o 2b le,9p 37 le,9q" +
  " 2b mf,9r 37 mf,9s 2b lo,9t 37 lo,9u 2c mf,9v 38 mf,9w 2c lo,9x 38 lo,a0 2d lf,a1 39 lf,a2 2" +
  "d lg,a3 39 lg,a4 2d li,a5 39 li,a6 2d lm,a7 39 lm,a8 2d ln,a9 39 ln,aa 2d mg,ab 39 mg,ac 2f " +
  "le,ad 3b le,ae 2h le,af 3d le,ag 2h lk,ah 2i ld,ai 3e ld,aj 2i lj,ak 3e lj,al 2i lo,am 3e lo" +
  ",bk 27 m3,bl 33 m3,bz 2d m3,c0 39 m3,ck 1w 2i lo,cl 1w 3e lo,cm 2s 3e lo,cn 24 22,co 24 2y,c" +
  "p 30 2y,cq 26 22,cr 26 2y,cs 32 2y,ct 1t lo,cu 2p lo,cv 21 lo,cw 2x lo,cx 27 lo,cy 33 lo,cz " +
  "2d lo,d0 39 lo,d1 2d lk lg,d2 39 lk lg,d3 2d lk ld,d4 39 lk ld,d5 2d lk lo,d6 39 lk lo,d7 2d" +
  " lk lc,d8 39 lk lc,da 1t lk lg,db 2p lk lg,dc 1t lj lg,dd 2p lj lg,de 5i lg,df 6e lg,di 1z l" +
  "o,dj 2v lo,dk 23 lo,dl 2z lo,dm 27 mg,dn 33 mg,do 27 mg lg,dp 33 mg lg,dq c7 lo,dr ia lo,ds " +
  "2y lo,dt 1w 2i,du 1w 3e,dv 2s 3e,dw 1z ld,dx 2v ld,e0 26 lc,e1 32 lc,e2 1t lm ld,e3 2p lm ld" +
  ",e4 5i ld,e5 6e ld,e6 60 ld,e7 6w ld,e8 1t lr,e9 2p lr,ea 1t lt,eb 2p lt,ec 1x lr,ed 2t lr,e" +
  "e 1x lt,ef 2t lt,eg 21 lr,eh 2x lr,ei 21 lt,ej 2x lt,ek 27 lr,el 33 lr,em 27 lt,en 33 lt,eo " +
  "2a lr,ep 36 lr,eq 2a lt,er 36 lt,es 2d lr,et 39 lr,eu 2d lt,ev 39 lt,ew 2b me,ex 37 me,ey 2c" +
  " me,ez 38 me,f2 20 lo,f3 2w lo,fa 1t lj,fb 2p lj,fc 1x mf,fd 2t mf,fe 27 lk lg,ff 33 lk lg,f" +
  "g 27 lf lg,fh 33 lf lg,fi 27 lj,fj 33 lj,fk 27 lj lg,fl 33 lj lg,fm 2h lg,fn 3d lg,k8 w li,k" +
  "9 w lj,ka w lm,kb w mg,kc w lf,kd w ln,n8 lk ld,oq w n9,p0 w ld,p1 w lk ld,p2 pd ld,p4 ph ld" +
  ",p5 pj ld,p6 pl ld,p8 pr ld,pa px ld,pb q1 ld,pc qh lk ld,q2 pl lk,q3 px lk,q4 q9 ld,q5 qd l" +
  "d,q6 qf ld,q7 qh ld,q8 qt lk ld,qy qh lk,qz qt lk,r0 qn ld,r1 qt ld,r2 qx ld,r7 px ld,r8 px " +
  "lk,sg t1 lc,sh t1 lk,sj sz ld,sn sm lk,ss t6 ld,st t4 lc,su tf li,t5 t4 li,u1 u0 li,uo tx lc" +
  ",up tx lk,ur tv ld,uv uu lk,v0 u2 ld,v1 u0 lc,v2 ub li,vq vo lr,vr vp lr,xt t2 li,xu ty li,y" +
  "8 sw li,y9 ts li,ya sw lk,yb ts lk,ye t1 li,yf tx li,yi yg lk,yj yh lk,yk t2 lk,yl ty lk,ym " +
  "t3 lk,yn tz lk,yq t4 lg,yr u0 lg,ys t4 lk,yt u0 lk,yu ta lk,yv u6 lk,yy yw lk,yz yx lk,z0 tp" +
  " lk,z1 ul lk,z2 tf lg,z3 ub lg,z4 tf lk,z5 ub lk,z6 tf ln,z7 ub ln,z8 tj lk,z9 uf lk,zc tn l" +
  "k,zd uj lk,13b 12d 136,17m 17r 18z,17n 17r 190,17o 18o 190,17p 17r 191,17q 18q 190,19x 17r 1" +
  "9w,19y 18o 19w,19z 1c7 19w,1a0 18q 19w,1c0 1cl 190,1c2 1c1 190,1cj 1ci 190,1t5 1t4 1to,1td 1" +
  "tc 1to,1tg 1tf 1to,1ug 1sl 1to,1uh 1sm 1to,1ui 1sn 1to,1uj 1ss 1to,1uk 1sx 1to,1ul 1sy 1to,1" +
  "um 1t7 1to,1un 1tb 1to,1xn 1xj 1xa,1xo 1xj 1xz,1y4 1wh 1x8,1y5 1wi 1x8,1y7 1wv 1x8,20j 20i 2" +
  "0s,20m 20o 20s,21l 1zq 20s,21m 1zr 20s,21n 1zw 20s,21q 20b 20s,288 287 28m,28b 287 27y,28c 2" +
  "87 28n,28s 275 27w,28t 276 27w,2ac 2aa 2c7,2bu 2bq 2bi,2bv 2br 2bi,2bw 2bq 2c7,2fc 2fa 2fq,2" +
  "io 2in 2j9,2iv 2iu 2j9,2iw 2iu 2ja,2iy 2iu 2iq,2iz 2iu 2iq 2j9,2mi 2me 2m6,2mj 2mf 2m6,2mk 2" +
  "me 2mv,2qi 2qh 2q2,2qk 2qh 2q7,2ql 2qh 2q7 2q2,2qm 2qh 2qn,2sz 2tp 2sy,2wj 2x9 2wi,2xo 2wb 2" +
  "vt,2xp 2wb 2w1,30j 30i 33r,30t 30s 33r,30y 30x 33r,313 312 33r,318 317 33r,31l 30g 33p,31v 3" +
  "1t 31u,31x 31t 31w,31y 33m 328,31z 33m 31t 328,320 33n 328,321 33n 31t 328,329 31t 328,32r 3" +
  "2q 33r,331 330 33r,336 335 33r,33b 33a 33r,33g 33f 33r,33t 32o 33p,36u 36t 372,5c6 5c5 5dh,5" +
  "c8 5c7 5dh,5ca 5c9 5dh,5cc 5cb 5dh,5ce 5cd 5dh,5ci 5ch 5dh,5dn 5dm 5dh,5dp 5do 5dh,5ds 5dq 5" +
  "dh,5dt 5dr 5dh,5dv 5du 5dh,5xc 1t md,5xd 2p md,5xe 1u lj,5xf 2q lj,5xg 1u mb,5xh 2q mb,5xi 1" +
  "u mp,5xj 2q mp,5xk 1v mf ld,5xl 2r mf ld,5xm 1w lj,5xn 2s lj,5xo 1w mb,5xp 2s mb,5xq 1w mp,5" +
  "xr 2s mp,5xs 1w mf,5xt 2s mf,5xu 1w ml,5xv 2s ml,5xw 1x lg lc,5xx 2t lg lc,5xy 1x lg ld,5xz " +
  "2t lg ld,5y0 1x ml,5y1 2t ml,5y2 1x mo,5y3 2t mo,5y4 1x mf li,5y5 2t mf li,5y6 1y lj,5y7 2u " +
  "lj,5y8 1z lg,5y9 2v lg,5ya 20 lj,5yb 2w lj,5yc 20 mb,5yd 2w mb,5ye 20 lk,5yf 2w lk,5yg 20 mf" +
  ",5yh 2w mf,5yi 20 mm,5yj 2w mm,5yk 21 mo,5yl 2x mo,5ym 21 lk ld,5yn 2x lk ld,5yo 23 ld,5yp 2" +
  "z ld,5yq 23 mb,5yr 2z mb,5ys 23 mp,5yt 2z mp,5yu 24 mb,5yv 30 mb,5yw 24 mb lg,5yx 30 mb lg,5" +
  "yy 24 mp,5yz 30 mp,5z0 24 ml,5z1 30 ml,5z2 25 ld,5z3 31 ld,5z4 25 lj,5z5 31 lj,5z6 25 mb,5z7" +
  " 31 mb,5z8 26 lj,5z9 32 lj,5za 26 mb,5zb 32 mb,5zc 26 mp,5zd 32 mp,5ze 26 ml,5zf 32 ml,5zg 2" +
  "7 lf ld,5zh 33 lf ld,5zi 27 lf lk,5zj 33 lf lk,5zk 27 lg lc,5zl 33 lg lc,5zm 27 lg ld,5zn 33" +
  " lg ld,5zo 28 ld,5zp 34 ld,5zq 28 lj,5zr 34 lj,5zs 2a lj,5zt 36 lj,5zu 2a mb,5zv 36 mb,5zw 2" +
  "a mb lg,5zx 36 mb lg,5zy 2a mp,5zz 36 mp,600 2b lj,601 37 lj,602 2b mb,603 37 mb,604 2b ld l" +
  "j,605 37 ld lj,606 2b lo lj,607 37 lo lj,608 2b mb lj,609 37 mb lj,60a 2c lj,60b 38 lj,60c 2" +
  "c mb,60d 38 mb,60e 2c mp,60f 38 mp,60g 2c ml,60h 38 ml,60i 2d mc,60j 39 mc,60k 2d mo,60l 39 " +
  "mo,60m 2d ml,60n 39 ml,60o 2d lf ld,60p 39 lf ld,60q 2d lg lk,60r 39 lg lk,60s 2e lf,60t 3a " +
  "lf,60u 2e mb,60v 3a mb,60w 2f lc,60x 3b lc,60y 2f ld,60z 3b ld,610 2f lk,611 3b lk,612 2f lj" +
  ",613 3b lj,614 2f mb,615 3b mb,616 2g lj,617 3c lj,618 2g lk,619 3c lk,61a 2h lj,61b 3d lj,6" +
  "1c 2i le,61d 3e le,61e 2i mb,61f 3e mb,61g 2i mp,61h 3e mp,61i 2w mp,61j 38 lk,61k 3b lm,61l" +
  " 3d lm,61m 2p ji,61n 37 lj,61s 1t mb,61t 2p mb,61u 1t ll,61v 2p ll,61w 1t le ld,61x 2p le ld" +
  ",61y 1t le lc,61z 2p le lc,620 1t le ll,621 2p le ll,622 1t le lf,623 2p le lf,624 1t mb le," +
  "625 2p mb le,626 1t li ld,627 2p li ld,628 1t li lc,629 2p li lc,62a 1t li ll,62b 2p li ll,6" +
  "2c 1t li lf,62d 2p li lf,62e 1t mb li,62f 2p mb li,62g 1x mb,62h 2t mb,62i 1x ll,62j 2t ll,6" +
  "2k 1x lf,62l 2t lf,62m 1x le ld,62n 2t le ld,62o 1x le lc,62p 2t le lc,62q 1x le ll,62r 2t l" +
  "e ll,62s 1x le lf,62t 2t le lf,62u 1x mb le,62v 2t mb le,62w 21 ll,62x 2x ll,62y 21 mb,62z 2" +
  "x mb,630 27 mb,631 33 mb,632 27 ll,633 33 ll,634 27 le ld,635 33 le ld,636 27 le lc,637 33 l" +
  "e lc,638 27 le ll,639 33 le ll,63a 27 le lf,63b 33 le lf,63c 27 mb le,63d 33 mb le,63e 27 m3" +
  " ld,63f 33 m3 ld,63g 27 m3 lc,63h 33 m3 lc,63i 27 m3 ll,63j 33 m3 ll,63k 27 m3 lf,63l 33 m3 " +
  "lf,63m 27 m3 mb,63n 33 m3 mb,63o 2d mb,63p 39 mb,63q 2d ll,63r 39 ll,63s 2d m3 ld,63t 39 m3 " +
  "ld,63u 2d m3 lc,63v 39 m3 lc,63w 2d m3 ll,63x 39 m3 ll,63y 2d m3 lf,63z 39 m3 lf,640 2d m3 m" +
  "b,641 39 m3 mb,642 2h lc,643 3d lc,644 2h mb,645 3d mb,646 2h ll,647 3d ll,648 2h lf,649 3d " +
  "lf,64g q9 lv,64h q9 lw,64i q9 lv lc,64j q9 lw lc,64k q9 lv ld,64l q9 lw ld,64m q9 lv n6,64n " +
  "q9 lw n6,64o pd lv,64p pd lw,64q pd lv lc,64r pd lw lc,64s pd lv ld,64t pd lw ld,64u pd lv n" +
  "6,64v pd lw n6,64w qd lv,64x qd lw,64y qd lv lc,64z qd lw lc,650 qd lv ld,651 qd lw ld,654 p" +
  "h lv,655 ph lw,656 ph lv lc,657 ph lw lc,658 ph lv ld,659 ph lw ld,65c qf lv,65d qf lw,65e q" +
  "f lv lc,65f qf lw lc,65g qf lv ld,65h qf lw ld,65i qf lv n6,65j qf lw n6,65k pj lv,65l pj lw" +
  ",65m pj lv lc,65n pj lw lc,65o pj lv ld,65p pj lw ld,65q pj lv n6,65r pj lw n6,65s qh lv,65t" +
  " qh lw,65u qh lv lc,65v qh lw lc,65w qh lv ld,65x qh lw ld,65y qh lv n6,65z qh lw n6,660 pl " +
  "lv,661 pl lw,662 pl lv lc,663 pl lw lc,664 pl lv ld,665 pl lw ld,666 pl lv n6,667 pl lw n6,6" +
  "68 qn lv,669 qn lw,66a qn lv lc,66b qn lw lc,66c qn lv ld,66d qn lw ld,66g pr lv,66h pr lw,6" +
  "6i pr lv lc,66j pr lw lc,66k pr lv ld,66l pr lw ld,66o qt lv,66p qt lw,66q qt lv lc,66r qt l" +
  "w lc,66s qt lv ld,66t qt lw ld,66u qt lv n6,66v qt lw n6,66x px lw,66z px lw lc,671 px lw ld" +
  ",673 px lw n6,674 qx lv,675 qx lw,676 qx lv lc,677 qx lw lc,678 qx lv ld,679 qx lw ld,67a qx" +
  " lv n6,67b qx lw n6,67c q1 lv,67d q1 lw,67e q1 lv lc,67f q1 lw lc,67g q1 lv ld,67h q1 lw ld," +
  "67i q1 lv n6,67j q1 lw n6,67k q9 lc,67l q9 ld,67m qd lc,67n qd ld,67o qf lc,67p qf ld,67q qh" +
  " lc,67r qh ld,67s qn lc,67t qn ld,67u qt lc,67v qt ld,67w qx lc,67x qx ld,680 q9 lv n9,681 q" +
  "9 lw n9,682 q9 lv lc n9,683 q9 lw lc n9,684 q9 lv ld n9,685 q9 lw ld n9,686 q9 lv n6 n9,687 " +
  "q9 lw n6 n9,688 pd lv n9,689 pd lw n9,68a pd lv lc n9,68b pd lw lc n9,68c pd lv ld n9,68d pd" +
  " lw ld n9,68e pd lv n6 n9,68f pd lw n6 n9,68g qf lv n9,68h qf lw n9,68i qf lv lc n9,68j qf l" +
  "w lc n9,68k qf lv ld n9,68l qf lw ld n9,68m qf lv n6 n9,68n qf lw n6 n9,68o pj lv n9,68p pj " +
  "lw n9,68q pj lv lc n9,68r pj lw lc n9,68s pj lv ld n9,68t pj lw ld n9,68u pj lv n6 n9,68v pj" +
  " lw n6 n9,68w qx lv n9,68x qx lw n9,68y qx lv lc n9,68z qx lw lc n9,690 qx lv ld n9,691 qx l" +
  "w ld n9,692 qx lv n6 n9,693 qx lw n6 n9,694 q1 lv n9,695 q1 lw n9,696 q1 lv lc n9,697 q1 lw " +
  "lc n9,698 q1 lv ld n9,699 q1 lw ld n9,69a q1 lv n6 n9,69b q1 lw n6 n9,69c q9 li,69d q9 lg,69" +
  "e q9 lc n9,69f q9 n9,69g q9 ld n9,69i q9 n6,69j q9 n6 n9,69k pd li,69l pd lg,69m pd lc,69n p" +
  "d ld,69o pd n9,69p w lv,69r w lv,69s w n6,69t w lk n6,69u qf lc n9,69v qf n9,69w qf ld n9,69" +
  "y qf n6,69z qf n6 n9,6a0 ph lc,6a1 ph ld,6a2 pj lc,6a3 pj ld,6a4 pj n9,6a5 w lv lc,6a6 w lv " +
  "ld,6a7 w lv n6,6a8 qh li,6a9 qh lg,6aa qh lk lc,6ab qh lk ld,6ae qh n6,6af qh lk n6,6ag pl l" +
  "i,6ah pl lg,6ai pl lc,6aj pl ld,6al w lw lc,6am w lw ld,6an w lw n6,6ao qt li,6ap qt lg,6aq " +
  "qt lk lc,6ar qt lk ld,6as qp lv,6at qp lw,6au qt n6,6av qt lk n6,6aw px li,6ax px lg,6ay px " +
  "lc,6az px ld,6b0 pt lw,6b1 w lk lc,6b2 w lk ld,6b6 qx lc n9,6b7 qx n9,6b8 qx ld n9,6ba qx n6" +
  ",6bb qx n6 n9,6bc pr lc,6bd pr ld,6be q1 lc,6bf q1 ld,6bg q1 n9,6bh w ld,6bi w lw,6c7 w mr,6" +
  "cl 1a 1a,6cm 1a 1a 1a,6cz 6cy 6cy,6d0 6cy 6cy 6cy,6d2 6d1 6d1,6d3 6d1 6d1 6d1,6d8 x x,6da w " +
  "lh,6dj 1r 1r,6dk 1r x,6dl x 1r,6dz 6cy 6cy 6cy 6cy,6g8 2a 37,6io 2p 1b 2r,6ip 2p 1b 37,6ir 4" +
  "w 1v,6it 2r 1b 33,6iu 2r 1b 39,6ix 4w 1y,6ja 26 33,6jk 2b 25,6jl 2c 1x 24,6jm 2c 25,6jv 1t l" +
  "m,6kb 1y 1t 2g,6kw 1d 6dg 1j,6kx 1d 6dg 1l,6ky 1d 6dg 1d 1c,6kz 1d 6dg 1f,6l0 1e 6dg 1f,6l1 " +
  "1d 6dg 1h,6l2 1e 6dg 1h,6l3 1f 6dg 1h,6l4 1g 6dg 1h,6l5 1d 6dg 1i,6l6 1h 6dg 1i,6l7 1d 6dg 1" +
  "k,6l8 1f 6dg 1k,6l9 1h 6dg 1k,6la 1j 6dg 1k,6lb 1d 6dg,6ld 21 21,6le 21 21 21,6lf 21 2e,6lh " +
  "2e 21,6li 2e 21 21,6lj 2e 21 21 21,6lk 21 2g,6lm 2g 21,6ln 2g 21 21,6lt 2x 2x,6lu 2x 2x 2x,6" +
  "lv 2x 3a,6lx 3a 2x,6ly 3a 2x 2x,6lz 3a 2x 2x 2x,6m0 2x 3c,6m2 3c 2x,6m3 3c 2x 2x,6mh 1c 6dg " +
  "1f,6my 6mo mw,6mz 6mq mw,6ni 6ms mw,6od 6og mw,6oe 6ok mw,6of 6oi mw,6pw 6pv mw,6q1 6q0 mw,6" +
  "q4 6q3 mw,6qs 6qr mw,6qu 6qt mw,6r0 6qz 6qz,6r1 6qz 6qz 6qz,6r3 6r2 6r2,6r4 6r2 6r2 6r2,6rl " +
  "6rg mw,6ro 6rn mw,6rr 6rp mw,6rt 6rs mw,6sg 1p mw,6si 6sh mw,6st 6rx mw,6su 1o mw,6sv 1q mw," +
  "6sw 6sk mw,6sx 6sl mw,6t0 6sy mw,6t1 6sz mw,6t4 6t2 mw,6t5 6t3 mw,6tc 6t6 mw,6td 6t7 mw,6tg " +
  "6te mw,6th 6tf mw,6tk 6ti mw,6tl 6tj mw,6uk 6ua mw,6ul 6ug mw,6um 6uh mw,6un 6uj mw,6w0 6t8 " +
  "mw,6w1 6t9 mw,6w2 6tt mw,6w3 6tu mw,6wa 6uq mw,6wb 6ur mw,6wc 6us mw,6wd 6ut mw,76x 1d 1c,76" +
  "y 1d 1d,76z 1d 1e,770 1d 1f,771 1d 1g,772 1d 1h,773 1d 1i,774 1d 1j,775 1d 1k,776 1d 1l,777 " +
  "1e 1c,778 14 1d 15,779 14 1e 15,77a 14 1f 15,77b 14 1g 15,77c 14 1h 15,77d 14 1i 15,77e 14 1" +
  "j 15,77f 14 1k 15,77g 14 1l 15,77h 14 1d 1c 15,77i 14 1d 1d 15,77j 14 1d 1e 15,77k 14 1d 1f " +
  "15,77l 14 1d 1g 15,77m 14 1d 1h 15,77n 14 1d 1i 15,77o 14 1d 1j 15,77p 14 1d 1k 15,77q 14 1d" +
  " 1l 15,77r 14 1e 1c 15,77s 1d 1a,77t 1e 1a,77u 1f 1a,77v 1g 1a,77w 1h 1a,77x 1i 1a,77y 1j 1a" +
  ",77z 1k 1a,780 1l 1a,781 1d 1c 1a,782 1d 1d 1a,783 1d 1e 1a,784 1d 1f 1a,785 1d 1g 1a,786 1d" +
  " 1h 1a,787 1d 1i 1a,788 1d 1j 1a,789 1d 1k 1a,78a 1d 1l 1a,78b 1e 1c 1a,78c 14 2p 15,78d 14 " +
  "2q 15,78e 14 2r 15,78f 14 2s 15,78g 14 2t 15,78h 14 2u 15,78i 14 2v 15,78j 14 2w 15,78k 14 2" +
  "x 15,78l 14 2y 15,78m 14 2z 15,78n 14 30 15,78o 14 31 15,78p 14 32 15,78q 14 33 15,78r 14 34" +
  " 15,78s 14 35 15,78t 14 36 15,78u 14 37 15,78v 14 38 15,78w 14 39 15,78x 14 3a 15,78y 14 3b " +
  "15,78z 14 3c 15,790 14 3d 15,791 14 3e 15,8b0 6qz 6qz 6qz 6qz,8dw 1m 1m 1p,8dx 1p 1p,8dy 1p " +
  "1p 1p,8gs 8gt mw,9jg 9jf 9ll,9ji 9jh 9ll,9jk 9jj 9ll,9jm 9jl 9ll,9jo 9jn 9ll,9jq 9jp 9ll,9js" +
  " 9jr 9ll,9ju 9jt 9ll,9jw 9jv 9ll,9jy 9jx 9ll,9k0 9jz 9ll,9k2 9k1 9ll,9k5 9k4 9ll,9k7 9k6 9ll" +
  ",9k9 9k8 9ll,9kg 9kf 9ll,9kh 9kf 9lm,9kj 9ki 9ll,9kk 9ki 9lm,9km 9kl 9ll,9kn 9kl 9lm,9kp 9ko" +
  " 9ll,9kq 9ko 9lm,9ks 9kr 9ll,9kt 9kr 9lm,9lg 9ja 9ll,9ln w 9ll,9lo w 9lm,9lq 9lp 9ll,9lr 9l4" +
  " 9l6,9m4 9m3 9ll,9m6 9m5 9ll,9m8 9m7 9ll,9ma 9m9 9ll,9mc 9mb 9ll,9me 9md 9ll,9mg 9mf 9ll,9mi" +
  " 9mh 9ll,9mk 9mj 9ll,9mm 9ml 9ll,9mo 9mn 9ll,9mq 9mp 9ll,9mt 9ms 9ll,9mv 9mu 9ll,9mx 9mw 9ll" +
  ",9n4 9n3 9ll,9n5 9n3 9lm,9n7 9n6 9ll,9n8 9n6 9lm,9na 9n9 9ll,9nb 9n9 9lm,9nd 9nc 9ll,9ne 9nc" +
  " 9lm,9ng 9nf 9ll,9nh 9nf 9lm,9o4 9ly 9ll,9o7 9nz 9ll,9o8 9o0 9ll,9o9 9o1 9ll,9oa 9o2 9ll,9oe" +
  " 9od 9ll,9of 9mb 9mw,9vk 14 3cw 15,9vl 14 3cy 15,9vm 14 3cz 15,9vn 14 3d1 15,9vo 14 3d2 15,9" +
  "vp 14 3d3 15,9vq 14 3d5 15,9vr 14 3d7 15,9vs 14 3d8 15,9vt 14 3da 15,9vu 14 3db 15,9vv 14 3d" +
  "c 15,9vw 14 3dd 15,9vx 14 3de 15,9vy 14 3cw 3fl 15,9vz 14 3cy 3fl 15,9w0 14 3cz 3fl 15,9w1 1" +
  "4 3d1 3fl 15,9w2 14 3d2 3fl 15,9w3 14 3d3 3fl 15,9w4 14 3d5 3fl 15,9w5 14 3d7 3fl 15,9w6 14 " +
  "3d8 3fl 15,9w7 14 3da 3fl 15,9w8 14 3db 3fl 15,9w9 14 3dc 3fl 15,9wa 14 3dd 3fl 15,9wb 14 3d" +
  "e 3fl 15,9wc 14 3d8 3fy 15,9wd 14 3d7 3ft 3d8 3fp 3hn 15,9we 14 3d7 3ft 3de 3fy 15,9wg 14 fe" +
  "o 15,9wh 14 fik 15,9wi 14 fex 15,9wj 14 h5n 15,9wk 14 fis 15,9wl 14 g31 15,9wm 14 fer 15,9wn" +
  " 14 g2z 15,9wo 14 fh9 15,9wp 14 gg1 15,9wq 14 kco 15,9wr 14 m7f 15,9ws 14 ldg 15,9wt 14 kdk " +
  "15,9wu 14 ssx 15,9wv 14 h7j 15,9ww 14 k4l 15,9wx 14 kkq 15,9wy 14 kcp 15,9wz 14 ny6 15,9x0 1" +
  "4 glp 15,9x1 14 mm1 15,9x2 14 rs1 15,9x3 14 nz1 15,9x4 14 gc4 15,9x5 14 fkz 15,9x6 14 gos 15" +
  ",9x7 14 i1y 15,9x8 14 nhf 15,9x9 14 flt 15,9xa 14 rt3 15,9xb 14 ggk 15,9xc 14 nzh 15,9xd 14 " +
  "fm9 15,9xe 14 pnu 15,9xf 14 po3 15,9xs 28 2c 1x,9xt 1e 1d,9xu 1e 1e,9xv 1e 1f,9xw 1e 1g,9xx " +
  "1e 1h,9xy 1e 1i,9xz 1e 1j,9y0 1e 1k,9y1 1e 1l,9y2 1f 1c,9y3 1f 1d,9y4 1f 1e,9y5 1f 1f,9y6 1f" +
  " 1g,9y7 1f 1h,9ym 3cw 3fl,9yn 3cy 3fl,9yo 3cz 3fl,9yp 3d1 3fl,9yq 3d2 3fl,9yr 3d3 3fl,9ys 3d" +
  "5 3fl,9yt 3d7 3fl,9yu 3d8 3fl,9yv 3da 3fl,9yw 3db 3fl,9yx 3dc 3fl,9yy 3dd 3fl,9yz 3de 3fl,9z" +
  "0 3da 3fl 3hz 3cw 3ft,9z1 3d8 3fy 3d7 3g4,9z2 3d7 3fy,a0h 1f 1i,a0i 1f 1j,a0j 1f 1k,a0k 1f 1" +
  "l,a0l 1g 1c,a0m 1g 1d,a0n 1g 1e,a0o 1g 1f,a0p 1g 1g,a0q 1g 1h,a0r 1g 1i,a0s 1g 1j,a0t 1g 1k," +
  "a0u 1g 1l,a0v 1h 1c,a0w 1d kco,a0x 1e kco,a0y 1f kco,a0z 1g kco,a10 1h kco,a11 1i kco,a12 1j" +
  " kco,a13 1k kco,a14 1l kco,a15 1d 1c kco,a16 1d 1d kco,a17 1d 1e kco,a18 20 2v,a19 2t 36 2v," +
  "a1a 2t 2e,a1b 24 2c 1w,a2n fl0 gp8,a2o 9lu 9n3 9lm 9oc 9mw,a2p 9lu 9nv 9n9 9lt,a2q 9lu 9o3 9" +
  "nc 9lm 9lu,a2r 9lu 9oc 9nv,a2s 9lw 9mz 9o3 9m7 9ll,a2t 9lw 9o3 9mp,a2u 9ly 9m1 9o3,a2v 9m0 9" +
  "mh 9m7 9oc 9mw 9ll,a2w 9m0 9oc 9m3 9oc,a2x 9m2 9o3 9mh,a2y 9m2 9oc 9nk,a2z 9m3 9lw 9nu,a30 9" +
  "m3 9nt 9mr 9mw,a31 9m3 9nx 9nu 9oc,a32 9m3 9ll 9nx 9o3,a33 9m3 9ll 9o3 9ni,a34 9m5 9ll 9m3 9" +
  "ll,a35 9m5 9ll 9mz 9oc,a36 9m5 9np 9nu 9oc,a37 9m5 9ll 9nv 9mn 9ll 9oc,a38 9m5 9nx,a39 9m5 9" +
  "nx 9m7 9ll 9nt 9nk,a3a 9m5 9nx 9nl 9oc 9mw 9nv,a3b 9m5 9nx 9nz 9mr 9mw,a3c 9m7 9ll 9nt 9nk,a" +
  "3d 9m7 9ll 9nt 9nk 9mw 9o3,a3e 9m7 9nv 9mj 9ll 9lw 9nx,a3f 9m7 9nx 9oc 9n1,a3g 9m9 9oc 9mh,a" +
  "3h 9mb 9nv 9my,a3i 9mb 9oc 9nf 9lm,a3j 9md 9lw 9m7 9nv,a3k 9md 9o3 9mp 9oc 9nk,a3l 9mf 9nu 9" +
  "o3 9m7 9ll,a3m 9mj 9o3 9mp,a3n 9mj 9o3 9mw,a3o 9mn 9ll 9oc 9mh,a3p 9mu 9ll 9mf,a3q 9mw 9ll 9" +
  "nv,a3r 9mw 9o3,a3s 9my 9n2,a3t 9n2 9mr 9mw,a3u 9n3 9lw 9ms,a3v 9n3 9lm 9oc 9mj 9o3 9mw,a3w 9" +
  "n3 9lm 9oc 9ms,a3x 9n3 9ll 9oc 9nw 9nv,a3y 9n6 9lm 9lu 9mh 9mw 9nv,a3z 9n6 9lm 9m7 9nv,a40 9" +
  "n6 9lm 9mb,a41 9n6 9ll 9nv,a42 9n9 9lt 9nt 9mr 9mw 9ll,a43 9n9 9lv 9oc 9mw,a44 9n9 9ll 9mr 9" +
  "mf 9lz 9nv,a45 9n9 9nt 9o3,a46 9nc 9m7 9mn 9oc 9nv,a47 9nc 9lm 9ml,a48 9nc 9lm 9mz 9n6,a49 9" +
  "nc 9nv 9ms,a4a 9nc 9lm 9o3 9mh,a4b 9nc 9lm 9oc 9mf 9ll,a4c 9nc 9ll 9oc 9mn,a4d 9nf 9lm 9lw 9" +
  "o3 9mw,a4e 9nf 9ll 9nv 9mw,a4f 9nf 9o3,a4g 9nf 9lm 9o3 9mw 9ll,a4h 9nf 9oc 9nv,a4i 9nf 9oc 9" +
  "o3,a4j 9ni 9lw 9m7 9nx,a4k 9ni 9lw 9nv,a4l 9ni 9mr 9n3,a4m 9ni 9nv 9m7,a4n 9ni 9o3 9mf 9nr 9" +
  "o3,a4o 9nj 9m7 9nx 9o3,a4p 9nj 9nu,a4q 9nj 9nu 9n3 9ll 9oc 9nv,a4r 9nl 9m3 9ll,a4s 9nl 9m3 9" +
  "ll 9mw 9o3,a4t 9nl 9oc 9mw 9nv,a4u 9no 9oc 9mw 9ll,a4v 9no 9oc 9nv,a4w 9nq 9lu 9o3,a4x 9nu 9" +
  "mr 9mw 9nv,a4y 9nu 9nt,a4z 9nv 9n6 9lm 9oc,a50 9nv 9oc 9n9 9ll 9nv,a51 9nw 9nk,a52 9nw 9o3 9" +
  "mw 9m9 9ll 9o3,a53 9nz 9mr 9mw,a54 1c m9l,a55 1d m9l,a56 1e m9l,a57 1f m9l,a58 1g m9l,a59 1h" +
  " m9l,a5a 1i m9l,a5b 1j m9l,a5c 1k m9l,a5d 1l m9l,a5e 1d 1c m9l,a5f 1d 1d m9l,a5g 1d 1e m9l,a" +
  "5h 1d 1f m9l,a5i 1d 1g m9l,a5j 1d 1h m9l,a5k 1d 1i m9l,a5l 1d 1j m9l,a5m 1d 1k m9l,a5n 1d 1l" +
  " m9l,a5o 1e 1c m9l,a5p 1e 1d m9l,a5q 1e 1e m9l,a5r 1e 1f m9l,a5s 1e 1g m9l,a5t 2w 28 2p,a5u " +
  "2s 2p,a5v 1t 2d,a5w 2q 2p 36,a5x 33 2e,a5y 34 2r,a5z 2s 31,a60 2s 31 1e,a61 2s 31 1f,a62 21 " +
  "2d,a63 inn jdc,a64 k6l gp8,a65 hlz l7n,a66 k5q lh7,a67 kkq irz fmi ny6,a68 34 1t,a69 32 1t,a" +
  "6a qk 1t,a6b 31 1t,a6c 2z 1t,a6d 23 1u,a6e 25 1u,a6f 1z 1u,a6g 2r 2p 30,a6h 2z 2r 2p 30,a6i " +
  "34 1y,a6j 32 1y,a6k qk 1y,a6l qk 2v,a6m 31 2v,a6n 2z 2v,a6o 20 3e,a6p 2z 20 3e,a6q 25 20 3e," +
  "a6r 1z 20 3e,a6s 2c 20 3e,a6t qk 30,a6u 31 30,a6v 2s 30,a6w 2z 30,a6x 2u 31,a6y 32 31,a6z qk" +
  " 31,a70 31 31,a71 2r 31,a72 2z 31,a73 31 31 1e,a74 2r 31 1e,a75 31 1e,a76 2z 31 1e,a77 31 31" +
  " 1f,a78 2r 31 1f,a79 31 1f,a7a 2z 31 1f,a7b 31 6qd 37,a7c 31 6qd 37 1e,a7d 28 2p,a7e 2z 28 2" +
  "p,a7f 25 28 2p,a7g 1z 28 2p,a7h 36 2p 2s,a7i 36 2p 2s 6qd 37,a7j 36 2p 2s 6qd 37 1e,a7k 34 3" +
  "7,a7l 32 37,a7m qk 37,a7n 31 37,a7o 34 2e,a7p 32 2e,a7q qk 2e,a7r 31 2e,a7s 2z 2e,a7t 25 2e," +
  "a7u 34 2f,a7v 32 2f,a7w qk 2f,a7x 31 2f,a7y 2z 2f,a7z 25 2f,a80 2z q1,a81 25 q1,a82 2p 1a 31" +
  " 1a,a83 1u 35,a84 2r 2r,a85 2r 2s,a86 1v 6qd 2z 2v,a87 1v 33 1a,a88 2s 1u,a89 1z 3d,a8a 2w 2" +
  "p,a8b 20 28,a8c 2x 32,a8d 23 23,a8e 23 25,a8f 2z 38,a8g 30 31,a8h 30 32,a8i 30 33 2v,a8j 30 " +
  "3c,a8k 31 2q,a8l 31 2x 30,a8m 31 33 30,a8n 28 20,a8o 34 1a 31 1a,a8p 28 28 25,a8q 28 2a,a8r " +
  "37 36,a8s 2b 3a,a8t 2f 2q,a8u 2e 6qd 31,a8v 1t 6qd 31,a8w 1d k4l,a8x 1e k4l,a8y 1f k4l,a8z 1" +
  "g k4l,a90 1h k4l,a91 1i k4l,a92 1j k4l,a93 1k k4l,a94 1l k4l,a95 1d 1c k4l,a96 1d 1d k4l,a97" +
  " 1d 1e k4l,a98 1d 1f k4l,a99 1d 1g k4l,a9a 1d 1h k4l,a9b 1d 1i k4l,a9c 1d 1j k4l,a9d 1d 1k k" +
  "4l,a9e 1d 1l k4l,a9f 1e 1c k4l,a9g 1e 1d k4l,a9h 1e 1e k4l,a9i 1e 1f k4l,a9j 1e 1g k4l,a9k 1" +
  "e 1h k4l,a9l 1e 1i k4l,a9m 1e 1j k4l,a9n 1e 1k k4l,a9o 1e 1l k4l,a9p 1f 1c k4l,a9q 1f 1d k4l" +
  ",a9r 2v 2p 30,1dkw 2u 2u,1dkx 2u 2x,1dky 2u 30,1dkz 2u 2u 2x,1dl0 2u 2u 30,1dl1 37 38,1dl2 3" +
  "7 38,1dlf 12s 12u,1dlg 12s 12d,1dlh 12s 12j,1dli 132 12u,1dlj 12s 12l,1dlp 15l 14k,1dlr 16a " +
  "14n,1dm2 161 14x,1dm3 161 14y,1dm4 161 14s 14x,1dm5 161 14s 14y,1dm6 15c 14n,1dm7 15c 14o,1d" +
  "m8 15c 14s,1dm9 15d 14s,1dma 15e 14s,1dmb 15f 14s,1dmc 15g 14s,1dmd 15h 14s,1dme 15i 14s,1dm" +
  "g 15k 14s,1dmh 15l 14s,1dmi 15m 14s,1dmj 15n 14s,1dmk 15o 14s,1dmm 15q 14s,1dmo 15s 14s,1dmp" +
  " 15t 14s,1dmr 15v 14s,1dms 15w 14s,1dmu 15y 14s,1dmv 15z 14s,1dmw 160 14s,1dmx 161 14s,1dmy " +
  "162 14s,1dmz 15h 14p,1dn0 15d 14v,1dn1 15n 14v,1dn2 15w 14v,1dn3 15c 15o,1dpg 1cl 190,1dph 1" +
  "cl 190,1dps 1ci 190,1dpt 1ci 190,1dr1 1c7 19w,1dre 18q 190 17r,1drf 18q 190 17r,1drg 18q 190" +
  " 1cl,1drh 18q 190 1cl,1dri 18q 190 18o,1drj 18q 190 18o,1drk 18q 190 1c7,1drl 18q 190 1c7,1d" +
  "rm 18q 190 1c6,1drn 18q 190 1c6,1dro 18q 190 1c8,1drp 18q 190 1c8,1drq 18q 190 1cg,1drr 18q " +
  "190 1cg,1drs 18q 190 1cg,1drt 18q 190 18p,1dru 18q 190 18p,1drv 18q 190 18p,1ds0 18q 190 17w" +
  ",1ds1 18q 190 17x,1ds2 18q 190 18l,1ds3 18q 190 18p,1ds4 18q 190 18q,1ds5 17s 17w,1ds6 17s 1" +
  "7x,1ds7 17s 17y,1ds8 17s 18l,1ds9 17s 18p,1dsa 17s 18q,1dsb 17u 17w,1dsc 17u 17x,1dsd 17u 17" +
  "y,1dse 17u 18l,1dsf 17u 18p,1dsg 17u 18q,1dsh 17v 17w,1dsi 17v 18l,1dsj 17v 18p,1dsk 17v 18q" +
  ",1dsl 17w 17x,1dsm 17w 18l,1dsn 17x 17w,1dso 17x 18l,1dsp 17y 17w,1dsq 17y 17x,1dsr 17y 18l," +
  "1dss 183 17w,1dst 183 17x,1dsu 183 17y,1dsv 183 18l,1dsw 185 17x,1dsx 185 18l,1dsy 186 17w,1" +
  "dsz 186 17x,1dt0 186 17y,1dt1 186 18l,1dt2 187 17x,1dt3 187 18l,1dt4 188 18l,1dt5 189 17w,1d" +
  "t6 189 18l,1dt7 18a 17w,1dt8 18a 18l,1dt9 18h 17w,1dta 18h 17x,1dtb 18h 17y,1dtc 18h 18l,1dt" +
  "d 18h 18p,1dte 18h 18q,1dtf 18i 17x,1dtg 18i 18l,1dth 18i 18p,1dti 18i 18q,1dtj 18j 17r,1dtk" +
  " 18j 17w,1dtl 18j 17x,1dtm 18j 17y,1dtn 18j 18k,1dto 18j 18l,1dtp 18j 18p,1dtq 18j 18q,1dtr " +
  "18k 17w,1dts 18k 17x,1dtt 18k 17y,1dtu 18k 18l,1dtv 18k 18p,1dtw 18k 18q,1dtx 18l 17w,1dty 1" +
  "8l 17x,1dtz 18l 17y,1du0 18l 18l,1du1 18l 18p,1du2 18l 18q,1du3 18m 17w,1du4 18m 17x,1du5 18" +
  "m 17y,1du6 18m 18l,1du7 18m 18p,1du8 18m 18q,1du9 18n 17w,1dua 18n 18l,1dub 18n 18p,1duc 18n" +
  " 18q,1dud 18q 17w,1due 18q 17x,1duf 18q 17y,1dug 18q 18l,1duh 18q 18p,1dui 18q 18q,1duj 180 " +
  "19s,1duk 181 19s,1dul 18p 19s,1dum w 18s 18x,1dun w 18t 18x,1duo w 18u 18x,1dup w 18v 18x,1d" +
  "uq w 18w 18x,1dur w 18x 19s,1dus 18q 190 181,1dut 18q 190 182,1duu 18q 190 18l,1duv 18q 190 " +
  "18m,1duw 18q 190 18p,1dux 18q 190 18q,1duy 17s 181,1duz 17s 182,1dv0 17s 18l,1dv1 17s 18m,1d" +
  "v2 17s 18p,1dv3 17s 18q,1dv4 17u 181,1dv5 17u 182,1dv6 17u 18l,1dv7 17u 18m,1dv8 17u 18p,1dv" +
  "9 17u 18q,1dva 17v 181,1dvb 17v 182,1dvc 17v 18l,1dvd 17v 18m,1dve 17v 18p,1dvf 17v 18q,1dvg" +
  " 18h 18p,1dvh 18h 18q,1dvi 18i 18p,1dvj 18i 18q,1dvk 18j 17r,1dvl 18j 18k,1dvm 18j 18l,1dvn " +
  "18j 18p,1dvo 18j 18q,1dvp 18k 18l,1dvq 18k 18p,1dvr 18k 18q,1dvs 18l 17r,1dvt 18l 18l,1dvu 1" +
  "8m 181,1dvv 18m 182,1dvw 18m 18l,1dvx 18m 18m,1dvy 18m 18p,1dvz 18m 18q,1dw0 18p 19s,1dw1 18" +
  "q 181,1dw2 18q 182,1dw3 18q 18l,1dw4 18q 18m,1dw5 18q 18p,1dw6 18q 18q,1dw7 18q 190 17w,1dw8" +
  " 18q 190 17x,1dw9 18q 190 17y,1dwa 18q 190 18l,1dwb 18q 190 18n,1dwc 17s 17w,1dwd 17s 17x,1d" +
  "we 17s 17y,1dwf 17s 18l,1dwg 17s 18n,1dwh 17u 17w,1dwi 17u 17x,1dwj 17u 17y,1dwk 17u 18l,1dw" +
  "l 17u 18n,1dwm 17v 18l,1dwn 17w 17x,1dwo 17w 18l,1dwp 17x 17w,1dwq 17x 18l,1dwr 17y 17w,1dws" +
  " 17y 18l,1dwt 183 17w,1dwu 183 17x,1dwv 183 17y,1dww 183 18l,1dwx 185 17x,1dwy 185 17y,1dwz " +
  "185 18l,1dx0 186 17w,1dx1 186 17x,1dx2 186 17y,1dx3 186 18l,1dx4 187 17x,1dx5 188 18l,1dx6 1" +
  "89 17w,1dx7 189 18l,1dx8 18a 17w,1dx9 18a 18l,1dxa 18h 17w,1dxb 18h 17x,1dxc 18h 17y,1dxd 18" +
  "h 18l,1dxe 18i 17x,1dxf 18i 18l,1dxg 18j 17w,1dxh 18j 17x,1dxi 18j 17y,1dxj 18j 18k,1dxk 18j" +
  " 18l,1dxl 18k 17w,1dxm 18k 17x,1dxn 18k 17y,1dxo 18k 18l,1dxp 18k 18n,1dxq 18l 17w,1dxr 18l " +
  "17x,1dxs 18l 17y,1dxt 18l 18l,1dxu 18m 17w,1dxv 18m 17x,1dxw 18m 17y,1dxx 18m 18l,1dxy 18m 1" +
  "8n,1dxz 18n 17w,1dy0 18n 18l,1dy1 18n 19s,1dy2 18q 17w,1dy3 18q 17x,1dy4 18q 17y,1dy5 18q 18" +
  "l,1dy6 18q 18n,1dy7 18q 190 18l,1dy8 18q 190 18n,1dy9 17s 18l,1dya 17s 18n,1dyb 17u 18l,1dyc" +
  " 17u 18n,1dyd 17v 18l,1dye 17v 18n,1dyf 183 18l,1dyg 183 18n,1dyh 184 18l,1dyi 184 18n,1dyj " +
  "18j 18k,1dyk 18j 18l,1dyl 18k 18l,1dym 18m 18l,1dyn 18m 18n,1dyo 18q 18l,1dyp 18q 18n,1dyq 1" +
  "8g 18u 18x,1dyr 18g 18v 18x,1dys 18g 18w 18x,1dyt 187 18p,1dyu 187 18q,1dyv 189 18p,1dyw 189" +
  " 18q,1dyx 18a 18p,1dyy 18a 18q,1dyz 183 18p,1dz0 183 18q,1dz1 184 18p,1dz2 184 18q,1dz3 17x " +
  "18p,1dz4 17x 18q,1dz5 17w 18p,1dz6 17w 18q,1dz7 17y 18p,1dz8 17y 18q,1dz9 185 18p,1dza 185 1" +
  "8q,1dzb 186 18p,1dzc 186 18q,1dzd 184 17w,1dze 184 17x,1dzf 184 17y,1dzg 184 18l,1dzh 184 18" +
  "1,1dzi 183 181,1dzj 185 181,1dzk 186 181,1dzl 187 18p,1dzm 187 18q,1dzn 189 18p,1dzo 189 18q" +
  ",1dzp 18a 18p,1dzq 18a 18q,1dzr 183 18p,1dzs 183 18q,1dzt 184 18p,1dzu 184 18q,1dzv 17x 18p," +
  "1dzw 17x 18q,1dzx 17w 18p,1dzy 17w 18q,1dzz 17y 18p,1e00 17y 18q,1e01 185 18p,1e02 185 18q,1" +
  "e03 186 18p,1e04 186 18q,1e05 184 17w,1e06 184 17x,1e07 184 17y,1e08 184 18l,1e09 184 181,1e" +
  "0a 183 181,1e0b 185 181,1e0c 186 181,1e0d 184 17w,1e0e 184 17x,1e0f 184 17y,1e0g 184 18l,1e0" +
  "h 183 18n,1e0i 184 18n,1e0j 187 18l,1e0k 183 17w,1e0l 183 17x,1e0m 183 17y,1e0n 184 17w,1e0o" +
  " 184 17x,1e0p 184 17y,1e0q 187 18l,1e0r 188 18l,1e0s 17r 18r,1e0t 17r 18r,1e1c 17u 17w 18l,1" +
  "e1d 17u 17x 17w,1e1e 17u 17x 17w,1e1f 17u 17x 18l,1e1g 17u 17y 18l,1e1h 17u 18l 17w,1e1i 17u" +
  " 18l 17x,1e1j 17u 18l 17y,1e1k 17w 18l 17x,1e1l 17w 18l 17x,1e1m 17x 18l 18q,1e1n 17x 18l 18" +
  "p,1e1o 183 17x 17w,1e1p 183 17w 17x,1e1q 183 17w 18p,1e1r 183 18l 17x,1e1s 183 18l 17x,1e1t " +
  "183 18l 17w,1e1u 183 18l 18l,1e1v 183 18l 18l,1e1w 185 17x 17x,1e1x 185 17x 17x,1e1y 185 18l" +
  " 18l,1e1z 184 17x 18l,1e20 184 17x 18l,1e21 184 17w 18q,1e22 184 18l 17y,1e23 184 18l 17y,1e" +
  "24 184 18l 18l,1e25 184 18l 18l,1e26 186 17x 18p,1e27 186 17y 18l,1e28 186 17y 18l,1e29 187 " +
  "18l 17x,1e2a 187 18l 17x,1e2b 187 18l 18l,1e2c 187 18l 18q,1e2d 189 17w 18l,1e2e 189 18l 18l" +
  ",1e2f 189 18l 18l,1e2g 189 18l 18p,1e2h 18a 18l 18l,1e2i 18a 18l 18q,1e2j 18a 18l 18p,1e2k 1" +
  "8h 17y 18l,1e2l 18h 17y 18l,1e2m 18i 18l 17x,1e2n 18i 18l 18l,1e2o 18k 17x 18l,1e2p 18k 17x " +
  "18q,1e2q 18k 17x 18p,1e2r 18k 17w 17w,1e2s 18k 17w 17w,1e2t 18k 17y 18l,1e2u 18k 17y 18l,1e2" +
  "v 18k 18l 17x,1e2w 18k 18l 17x,1e2x 18l 17x 17w,1e2y 18l 17x 18l,1e2z 18l 17x 18q,1e30 18l 1" +
  "7w 17x,1e31 18l 17w 18l,1e32 18l 17y 17w,1e33 18l 17y 18l,1e36 18l 17w 17y,1e37 18n 18l 17w," +
  "1e38 18n 18l 18l,1e39 18m 17x 18l,1e3a 18m 17x 18p,1e3b 18m 17w 18l,1e3c 18m 17w 18l,1e3d 18" +
  "m 17w 18p,1e3e 18m 18l 18q,1e3f 18m 18l 18p,1e3g 18q 18l 18l,1e3h 18q 18l 18l,1e3i 17s 17y 1" +
  "8q,1e3j 17u 17w 18q,1e3k 17u 17w 18p,1e3l 17u 17y 18q,1e3m 17u 17y 18p,1e3n 17u 18l 18q,1e3o" +
  " 17u 18l 18p,1e3p 17w 18l 18q,1e3q 17w 17x 18p,1e3r 17w 18l 18p,1e3s 183 17y 18p,1e3t 185 17" +
  "x 18q,1e3u 184 17x 18q,1e3v 186 17x 18q,1e3w 18k 17w 18q,1e3x 18k 18l 18q,1e3y 18q 17x 18q,1" +
  "e3z 18q 17w 18q,1e40 18q 18l 18q,1e41 18l 18l 18q,1e42 18i 18l 18q,1e43 18m 17x 18q,1e44 18i" +
  " 18l 17x,1e45 18k 17x 18l,1e46 189 18l 18q,1e47 18j 18l 18q,1e48 18m 17w 17x,1e49 18l 17y 18" +
  "q,1e4a 18k 17w 18l,1e4b 18j 18l 18l,1e4c 18k 17w 18l,1e4d 18m 17w 17x,1e4e 17w 17x 18q,1e4f " +
  "17x 17w 18q,1e4g 18l 17w 18q,1e4h 18h 18l 18q,1e4i 17s 17x 18q,1e4j 18j 18l 18l,1e4k 189 17w" +
  " 18l,1e4l 185 18l 18l,1e4m 183 17y 18q,1e4n 18m 17w 18q,1e5s 185 18k 1ci,1e5t 18i 18k 1ci,1e" +
  "5u 17r 18k 18k 18n,1e5v 17r 18j 17s 181,1e5w 18l 17x 18l 17z,1e5x 185 18k 189 18l,1e5y 181 1" +
  "83 18o 18k,1e5z 189 18k 18q 18n,1e60 18o 183 18k 18l,1e61 185 18k 18p,1e62 185 18k 18p w 17r" +
  " 18k 18k 18n w 189 18k 18q 18n w 18o 183 18k 18l,1e63 17w 18k w 17w 18k 17r 18k 18n,1e64 181" +
  " 1cc 17r 18k,1e6x 1a 1a 1a,1e7k 1a 1a,1e89 w lh,1e8a w lh,1e8b w lh,1e8c w lh,1e9c w 18r,1e9" +
  "d 18g 18r,1e9e w 18s,1e9g w 18t,1e9i w 18u,1e9j 18g 18u,1e9k w 18v,1e9l 18g 18v,1e9m w 18w,1" +
  "e9n 18g 18w,1e9o w 18x,1e9p 18g 18x,1e9q w 18y,1e9r 18g 18y,1e9t 17r 18z,1e9u 17r 18z,1e9v 1" +
  "7r 190,1e9w 17r 190,1e9x 18o 190,1e9y 18o 190,1e9z 17r 191,1ea0 17r 191,1ea1 18q 190,1ea2 18" +
  "q 190,1ea3 18q 190,1ea4 18q 190,1ed1 18k 17r 18z,1ed2 18k 17r 18z,1ed3 18k 17r 190,1ed4 18k " +
  "17r 190,1ed5 18k 17r 191,1ed6 18k 17r 191,1ed7 18k 17r,1ed8 18k 17r,1ejn w lg,1hui 1huh 1hve" +
  ",1huk 1huj 1hve,1huz 1hut 1hve,1hym 1hyp 1hyf,1hyn 1hyq 1hyf,1idn 1idj 1ida,1ido 1idj 1idz,1" +
  "inv 1int 1inu,1inw 1int 1ink,1iny 1int 1inx,1iuy 1iuw 1iun,1iuz 1iux 1iun,1jjs 1jjp 1jjk,2jx" +
  "a 2jx3 2jxh,2jxb 2jx4 2jxh,2jxc 2jx4 2jxh 2jxq,2jxd 2jx4 2jxh 2jxr,2jxe 2jx4 2jxh 2jxs,2jxf " +
  "2jx4 2jxh 2jxt,2jxg 2jx4 2jxh 2jxu,2jzv 2jzt 2jxh,2jzw 2jzu 2jxh,2jzx 2jzt 2jxh 2jxq,2jzy 2j" +
  "zu 2jxh 2jxq,2jzz 2jzt 2jxh 2jxr,2k00 2jzu 2jxh 2jxr,2q68 1c 1a,2q69 1c 18,2q6a 1d 18,2q6b 1" +
  "e 18,2q6c 1f 18,2q6d 1g 18,2q6e 1h 18,2q6f 1i 18,2q6g 1j 18,2q6h 1k 18,2q6i 1l 18,2q6o 14 1t" +
  " 15,2q6p 14 1u 15,2q6q 14 1v 15,2q6r 14 1w 15,2q6s 14 1x 15,2q6t 14 1y 15,2q6u 14 1z 15,2q6v" +
  " 14 20 15,2q6w 14 21 15,2q6x 14 22 15,2q6y 14 23 15,2q6z 14 24 15,2q70 14 25 15,2q71 14 26 1" +
  "5,2q72 14 27 15,2q73 14 28 15,2q74 14 29 15,2q75 14 2a 15,2q76 14 2b 15,2q77 14 2c 15,2q78 1" +
  "4 2d 15,2q79 14 2e 15,2q7a 14 2f 15,2q7b 14 2g 15,2q7c 14 2h 15,2q7d 14 2i 15,2q7e 9hw 2b 9h" +
  "x,2q7h 1v 1w,2q7i 2f 2i,2q8a 20 2e,2q8b 25 2e,2q8c 2b 1w,2q8d 2b 2b,2q8e 28 28 2e,2q8f 2f 1v" +
  ",2q96 25 1v,2q97 25 1w,2q98 25 2a,2qa8 1w 22,2qdc 9kr 9jf,2qdd 9mb 9mb,2qdv 9mu 9ll,2qf4 9hw" +
  " kdo 9hx,2qf5 9hw fex 9hx,2qf6 9hw fik 9hx,2qf7 9hw i2x 9hx,2qf8 9hw m9l 9hx,2qf9 9hw jf7 9h" +
  "x,2qfa 9hw nh3 9hx,2qfb 9hw gd9 9hx,2qfc 9hw k0n 9hx";

/** Gap, length less one and class, in base 36. */
export const COMBINING_CLASSES =
  "lc k 6e,1 0 6g,1 3 64,1 0 6g,1 0 60,1 4 64,1 1 5m,1 3 64,1 1 5m,1 a 64,1 4 1,1 3 64,1 7 6e,1" +
  " 0 6o,1 0 6e,1 2 64,1 2 6e,1 1 64,2 2 6e,1 3 64,1 0 6e,1 0 6g,1 1 64,1 0 6e,1 0 6h,1 1 6i,1 " +
  "0 6h,1 1 6i,1 0 6h,1 c 6e,7o 4 6e,7e 0 64,1 3 6e,1 0 64,1 2 6e,1 0 66,1 0 64,1 5 6e,1 5 64,1" +
  " 1 6e,1 0 64,1 1 6e,1 0 66,1 0 6c,1 0 6e,1 0 a,1 0 b,1 0 c,1 0 d,1 0 e,1 0 f,1 0 g,1 0 h,1 0" +
  " i,1 1 j,1 0 k,1 0 l,1 0 m,2 0 n,2 0 o,1 0 p,2 0 6e,1 0 64,2 0 i,21 7 6e,1 0 u,1 0 v,1 0 w,1" +
  "d 0 r,1 0 s,1 0 t,1 0 u,1 0 v,1 0 w,1 0 x,1 0 y,1 1 6e,1 1 64,1 4 6e,1 0 64,1 1 6e,1 0 64,h " +
  "0 z,2u 6 6e,3 3 6e,1 0 64,1 0 6e,3 1 6e,2 0 64,1 1 6e,1 0 64,10 0 10,v 0 6e,1 0 64,1 1 6e,1 " +
  "0 64,1 1 6e,1 2 64,1 0 6e,1 1 64,1 0 6e,1 0 64,1 2 6e,1 0 64,1 0 6e,1 0 64,1 0 6e,1 0 64,1 0" +
  " 6e,1 0 64,1 1 6e,4h 6 6e,1 0 64,1 0 6e,a 0 64,p 3 6e,2 8 6e,2 2 6e,2 4 6e,18 2 64,1p 0 6e,1" +
  " 2 64,1 3 6e,17 4 6e,1 4 64,1 d 6e,2 0 64,1 1 6e,1 0 64,1 1 6e,1 0 64,1 2 6e,1 2 64,1 0 r,1 " +
  "0 s,1 0 t,1 2 6e,1 0 64,1 1 6e,1 1 64,1 4 6e,1p 0 7,h 0 9,4 0 6e,1 0 64,1 1 6e,2w 0 7,h 0 9," +
  "1d 0 6e,1q 0 7,h 0 9,33 0 7,h 0 9,33 0 7,h 0 9,3k 0 9,33 0 7,h 0 9,8 0 2c,1 0 2j,2u 0 7,h 0 " +
  "9,32 1 9,h 0 9,3h 0 9,32 1 2v,1 0 9,e 3 2z,31 1 3a,1 0 9,e 3 3e,25 1 64,s 0 64,2 0 64,2 0 60" +
  ",1k 0 3l,1 0 3m,2 0 3o,6 3 3m,3 0 3m,2 1 6e,1 0 9,2 1 6e,1r 0 64,35 0 7,2 1 9,2b 0 64,k0 2 6" +
  "e,qd 1 9,v 0 9,4e 0 9,b 0 6e,5o 0 6c,40 0 66,1 0 6e,1 0 64,64 0 6e,1 0 64,20 0 9,l 7 6e,3 0 " +
  "64,1d 4 6e,1 5 64,1 1 6e,1 0 64,2 1 64,1 1 6e,1 1 64,1 4 6e,1 0 64,1 3 6e,2u 0 7,g 0 9,13 0 " +
  "6e,1 0 64,1 6 6e,1j 1 9,1n 0 7,c 1 9,1w 0 7,49 2 6e,2 0 1,1 4 64,1 1 6e,1 3 64,1 0 6e,2 6 1," +
  "5 0 64,7 0 6e,4 1 6e,5j 1 6e,1 0 64,1 6 6e,1 0 64,1 1 6e,1 0 6i,1 0 5y,1 0 64,1 0 5m,1 10 6e" +
  ",1 0 6g,1 1 6c,1 0 64,1 0 62,1 0 6e,1 0 6h,1 0 64,1 0 6e,1 0 64,k1 1 6e,1 1 1,1 3 6e,1 2 1,1" +
  " 1 6e,5 0 6e,4 1 1,1 0 6e,1 0 64,1 0 6e,1 1 1,1 3 64,1 0 6e,2db 2 6e,3y 0 9,2p v 6e,ff 0 62," +
  "1 0 6c,1 0 6g,1 0 66,1 1 68,2y 1 8,n9x 0 6e,5 9 6e,x 1 6e,29 1 6e,7p 0 9,12 0 9,48 0 9,s h 6" +
  "e,1m 2 64,12 0 9,2o 0 7,d 0 9,6o 0 6e,2 1 6e,1 0 64,3 1 6e,6 1 6e,2 0 6e,1h 0 9,6v 0 9,fn5 0" +
  " q,le 6 6e,1 6 64,1 1 6e,r2 0 64,6b 0 64,46 4 6e,1ar 0 64,2 0 6e,15 0 6e,1 0 1,1 0 64,5 0 9," +
  "4m 0 6e,1 0 64,fy 3 6e,as 1 6e,29 2 64,1z 1 64,1 2 6e,1 0 64,1 0 6e,1 3 64,1e 0 6e,1 0 64,1 " +
  "0 6e,1 0 64,5d 0 9,16 0 9,f 0 9,1m 0 9,1 0 7,1y 2 6e,1d 1 9,1r 0 7,25 0 9,a 0 7,2z 0 9,1 0 7" +
  ",4z 0 7,1 0 9,29 1 7,h 0 9,p 6 6e,4 4 6e,5q 0 9,4 0 7,o 0 6e,2s 0 9,1 0 7,70 0 9,1 0 7,3j 0 " +
  "9,3b 0 9,1 0 7,38 0 9,7i 0 9,1 0 7,77 1 9,5 0 7,4d 0 9,2c 0 9,j 0 9,2a 0 9,bq 0 9,77 0 7,2 1" +
  " 9,2a 0 9,bu 1 9,ey6 4 1,1o 6 6e,xm 1 6,f59 0 1,43r 1 60,1 2 1,4 0 6a,1 4 60,9 7 64,3 4 6e,1" +
  " 1 64,v 3 6e,45 2 6e,2po 6 6e,2 g 6e,3 6 6e,2 1 6e,2 4 6e,2t 0 6e,4h 6 6e,ag 0 6e,1q 3 6e,e5" +
  " 1 6g,1 0 64,1 0 6e,rl 6 64,32 5 6e,1 0 7";
