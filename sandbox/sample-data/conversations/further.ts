import { agent, customer, note, type Script, sends } from '../conversation-script.ts'

/** Scripts that run from right to left, or without spaces. */
export const further: Script[] = [
  {
    language: 'ja',
    groupId: 1,
    tags: ['sizing'],
    summary: 'レインジャケットのサイズについての問い合わせ。',
    lines: [
      customer('こんにちは。レインジャケットのサイズについて教えてください。'),
      agent('お問い合わせありがとうございます。身長を教えていただけますか?'),
      customer('172cmです。普段は日本のLサイズを着ています。'),
      agent('でしたら、弊社のMサイズがおすすめです。'),
      customer('ありがとうございます!注文します🗻'),
    ],
  },
  {
    language: 'ja',
    groupId: 2,
    tags: ['shipping'],
    summary: '注文 {order} の配送日変更の依頼。',
    lines: [
      customer('注文番号 {order} の配送日を来週に変更できますか?旅行で不在です。'),
      agent('承知いたしました。来週の水曜日はいかがでしょうか。'),
      customer('水曜日の午後でお願いします。'),
      note('配送業者に連絡済み。'),
      agent('水曜日の14時から16時に変更いたしました。'),
      customer('助かりました。'),
    ],
  },
  {
    language: 'ar',
    groupId: 2,
    tags: ['shipping'],
    summary: 'سؤال عن موعد وصول الطلب {order}.',
    lines: [
      customer('مرحبا، متى يصل الطلب رقم {order}؟'),
      agent('أهلا بك {name}، دعني أتحقق من ذلك.'),
      agent('الطلب في الطريق وسيصل يوم الخميس إن شاء الله.'),
      customer('شكرا جزيلا على المساعدة السريعة 🌹'),
    ],
  },
  {
    language: 'ar',
    groupId: 1,
    tags: ['tents', 'advice'],
    summary: 'نصيحة بشأن خيمة للتخييم في الصحراء.',
    lines: [
      customer('أبحث عن خيمة للصحراء، الحرارة عالية نهارا والليل بارد جدا.'),
      agent('أنصحك بخيمة «Dune 3»، لها فتحات تهوية وطبقة عازلة.'),
      sends('agent', 'dune-3.jpg', 'خيمة بلون الرمل مفتوحة الجوانب'),
      customer('تبدو ممتازة! هل تتحمل الرياح القوية؟'),
      agent('نعم، حتى 90 كم/س إذا ثبتت الأوتاد الطويلة.'),
    ],
  },
  {
    language: 'he',
    groupId: 2,
    tags: ['return'],
    summary: 'החזרת תרמיל מהזמנה {order}.',
    lines: [
      customer('שלום, אני רוצה להחזיר את התרמיל מהזמנה {order}. הוא גדול עליי.'),
      agent('שלום {name}, אין בעיה. להחליף למידה קטנה יותר או לקבל זיכוי?'),
      customer('להחליף בבקשה, Cirrus 30 בצבע ירוק.'),
      agent('מעולה, שליח יגיע מחר בין 9 ל-12.'),
      customer('תודה רבה! 🙌'),
    ],
  },
]
