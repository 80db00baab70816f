import {
  agent,
  cards,
  customer,
  link,
  note,
  reply,
  type Script,
  sends,
  system,
} from '../conversation-script.ts'

/** Conversations that are hard to show: markup, strange links, silence, very long messages, mixed text directions. */
export const edgeCases: Script[] = [
  {
    language: 'en',
    groupId: 2,
    tags: ['app', 'bug'],
    summary: 'Checkout showed raw markup; the shop team was told.',
    lines: [
      customer(
        'your checkout shows me this: <b>Total</b> <script>alert("hi")</script> &amp; nothing else',
      ),
      agent('That should not be there at all. Which browser is it?'),
      customer('<img src=x onerror=alert(1)> is all I see where the button was 😅'),
      note('Template escaped twice on /cart. Told the shop team.'),
      agent(
        'Found it: please reload https://shop.example.com/cart?from=chat&step=2 and try again.',
      ),
      customer('works, ty'),
    ],
  },
  {
    language: 'en',
    groupId: 0,
    tags: ['spam'],
    summary: 'Advertising.',
    lines: [
      customer('Cheap followers!!! javascript:alert(document.domain) or www.cheap.example'),
      customer('data:text/html,<h1>click</h1>'),
      note('Spam. Closing.'),
      agent('Thanks, we are good.'),
    ],
  },
  {
    language: 'en',
    groupId: 2,
    tags: [],
    summary: 'The customer wrote without a question.',
    lines: [
      customer('hi'),
      agent('Hello! How can I help?'),
      customer('.'),
      customer('🏔️'),
      agent('A fine mountain. Anything I can do for you?'),
      customer('no 🙂'),
    ],
  },
  {
    language: 'en',
    groupId: 2,
    tags: ['shipping'],
    summary: 'A tracking link was too long to open.',
    lines: [
      customer(
        'https://tracking.example.com/parcels/7f3a9c1e5b2d4f6a8c0e1b3d5f7a9c2e4b6d8f0a1c3e5b7d9f2a4c6e8b0d1f3a5c7e9b2d4f6a8c0e1b3d5f7a?locale=en-GB&utm_source=newsletter&utm_medium=email&utm_campaign=spring-sale&session=0123456789abcdef0123456789abcdef says page not found',
      ),
      agent('The short form is https://tracking.example.com/p/{order} — that one works.'),
      customer('Pneumonoultramicroscopicsilicovolcanoconiosis-length links are not my thing'),
    ],
  },
  {
    language: 'he',
    groupId: 1,
    tags: ['sizing'],
    summary: 'מידה של מעיל Cirrus.',
    lines: [
      customer('מה ההבדל בין Cirrus 30 ל-Cirrus 45? אני צריך משהו ל-3 ימים.'),
      agent('ל-3 ימים מספיק Cirrus 45 (1.2 ק״ג). אפשר לראות כאן: https://shop.example.com/packs'),
      customer('מצוין, תודה! 👌'),
    ],
  },
  {
    language: 'ar',
    groupId: 3,
    tags: ['payment'],
    summary: 'مبلغ خُصم مرتين للطلب {order}.',
    lines: [
      customer('تم خصم 249.90 ر.س مرتين للطلب {order} 😟'),
      agent('نعتذر عن ذلك. أحدهما حجز مؤقت وسيعود خلال 3 أيام.'),
      note('Reservation only, expires Wednesday.'),
      customer('حسنا، سأنتظر حتى يوم الأربعاء.'),
    ],
  },
  {
    language: 'ja',
    groupId: 3,
    tags: ['invoice'],
    summary: '領収書の再発行。',
    lines: [
      customer('注文{order}の領収書を再発行していただけますか。'),
      agent('かしこまりました。宛名はいかがいたしますか。'),
      customer('「株式会社 北アルプス山岳会」でお願いします。'),
      sends('agent', 'receipt-{order}.pdf'),
      customer('確認しました。ありがとうございました。'),
    ],
  },
  {
    language: 'en',
    groupId: 1,
    tags: ['advice', 'winter'],
    summary: 'Gloves for someone whose fingers go numb; liners and mittens were advised.',
    lines: [
      customer('My fingers go numb at -5 no matter what. Any gloves that actually work?'),
      agent('Numb fingers are usually about layers, {name}. Do you wear liners?'),
      customer('No?'),
      cards(
        {
          title: 'Merino liner',
          subtitle: 'Thin enough for a phone, warm when damp',
          buttons: [link('See it', 'https://shop.example.com/liner'), reply('Good idea')],
        },
        {
          title: 'Fjord mitten',
          subtitle: 'Down-filled, with a wrist leash so it stays on the mountain with you',
          buttons: [link('See it', 'https://shop.example.com/fjord'), reply('Too warm?')],
        },
      ),
      customer('Too warm?'),
      agent('At -5 with liners: unzip the back. At -20 you will write me a thank-you card ❄️'),
    ],
  },
  {
    language: 'en',
    groupId: 3,
    tags: ['gift-card'],
    summary: 'A gift card code was read wrongly; it was redeemed for the customer.',
    lines: [
      customer('Gift card says invalid. Code is 7QO0-1IlL-88B8'),
      agent('Those letters are mean. Is the third character an O or a zero?'),
      customer('…a zero. and the l is a 1. I feel silly'),
      agent('Please don’t, we should never print codes like that. £50 is on your account now.'),
      system('transcript_sent', 'A transcript was sent to the customer', {
        customer: '{name}',
        email: '{email}',
      }),
    ],
  },
  {
    language: 'en',
    groupId: 2,
    tags: ['return'],
    summary: 'Return after a race; shoes had been worn for 42 kilometres.',
    lines: [
      customer('can I return trail shoes I only wore once'),
      agent('Usually yes! Where did you wear them?'),
      customer('a marathon'),
      agent('So… 42 kilometres once 😄'),
      customer('technically'),
      sends(
        'customer',
        'shoes-after-race.jpg',
        'Very muddy running shoes next to a finisher medal',
      ),
      agent('Congratulations on the medal! I can offer a free clean and new insoles instead.'),
      customer('deal 🏅'),
    ],
  },
  {
    language: 'de',
    groupId: 2,
    tags: ['shipping'],
    summary: 'Paket beim Nachbarn abgegeben.',
    lines: [
      customer('Laut Sendungsverfolgung wurde {order} zugestellt, aber hier ist nichts.'),
      agent('Der Bote hat „Nachbar, 3. Stock“ notiert. Mögen Sie dort kurz klingeln?'),
      customer('Tatsächlich! Frau Schmidt hat es seit Montag. Danke 🙈'),
    ],
  },
  {
    language: 'es',
    groupId: 1,
    tags: ['stock'],
    summary: 'Consulta de disponibilidad en tienda.',
    lines: [
      customer('¿Tienen el hornillo Ember en la tienda de {city}?'),
      agent('Quedan dos. ¿Te aparto uno hasta mañana?'),
      customer('¡Sí, por favor! Paso por la tarde.'),
    ],
  },
  {
    language: 'fr',
    groupId: 3,
    tags: ['refund'],
    summary: 'Remboursement d’une commande annulée.',
    lines: [
      customer('Je n’ai toujours pas reçu le remboursement de {order}…'),
      agent('Il est parti hier soir, {name}. Votre banque l’affichera sous trois jours.'),
      customer('Entendu, merci.'),
    ],
  },
]
