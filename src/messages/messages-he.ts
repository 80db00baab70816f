import type { Messages } from './messages.ts'

/** Hebrew. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow: 'המשיכו בחלון הכניסה. לא רואים אותו? לחצו שוב על הלחצן.',
  goingToLiveChat: 'מעבירים אתכם אל LiveChat…',
  useWindow: 'שימוש בחלון כניסה במקום זאת',
  useThisTab: 'שימוש בכרטיסייה הזאת במקום זאת',

  account: 'חשבון',
  // The isolates keep a name’s own direction, and its punctuation beside it.
  accountOf: 'חשבון: \u2068{name}\u2069',
  loading: 'טוען…',
  loadFailed: 'לא ניתן לטעון את החשבון שלכם.',
  tryAgain: 'ניסיון חוזר',
  staySignedIn: 'להישאר מחוברים',
  switchTo: 'מעבר אל \u2068{organization}\u2069',
  switchToOwn: 'מעבר לארגון שלכם',
  ownOrganization: 'הארגון שלכם',
  switchAccount: 'החלפת חשבון',
  signOut: 'יציאה',
  expiresIn: 'ההפעלה תסתיים בעוד {time}',

  signInFailed: 'הכניסה נכשלה',
  back: 'חזרה',

  unsupported_browser: 'הדפדפן הזה ישן מכדי להיכנס באמצעות LiveChat. עדכנו אותו ונסו שוב.',
  insecure_context: 'הדף הזה נפתח ב־http, שבו הדפדפן אינו יכול לבצע כניסה. פתחו אותו ב־https.',
  configuration: 'הכניסה לא הוגדרה כראוי. פנו למפתחי הדף הזה.',
  popup_blocked: 'הדפדפן חסם את חלון הכניסה. אפשרו חלונות קופצים או היכנסו בלי חלון קופץ.',
  popup_closed: 'חלון הכניסה נסגר לפני שסיימתם. היכנסו שוב.',
  popup_isolated: 'חלון הכניסה איבד את הקשר עם הדף הזה. סגרו אותו והיכנסו בלי חלון קופץ.',
  timed_out: 'הכניסה ארכה זמן רב מדי. היכנסו שוב.',
  aborted: 'הכניסה בוטלה.',
  storage_unavailable: 'הדפדפן חוסם אחסון בדף הזה. אפשרו אחסון או היכנסו באמצעות חלון קופץ.',
  redirect_loop: 'הדף הזה שלח אתכם אל LiveChat כמה פעמים ברצף. המתינו חצי דקה והיכנסו שוב.',

  network: 'לא ניתן להתחבר אל LiveChat. בדקו את החיבור ונסו שוב.',
  invalid_response: 'התקבלה מ־LiveChat תשובה שהדף הזה אינו מבין. נסו שוב בעוד רגע.',
  revocation_failed: 'יצאתם מהחשבון כאן, אבל לא ניתן להתחבר אל LiveChat. הגישה שלכם תפוג מעצמה.',

  state_mismatch: 'התשובה הזאת אינה שייכת לכניסה שהתחילה כאן. היכנסו שוב.',
  state_expired: 'הכניסה הזאת התחילה לפני זמן רב מדי. היכנסו שוב.',
  malformed_response: 'התשובה לכניסה הייתה חלקית או סותרת. היכנסו שוב.',
  other_account: 'נכנסתם עם חשבון אחר. היכנסו שוב ובחרו בחשבון של הדף הזה.',

  signed_out: 'אינכם מחוברים. היכנסו שוב.',
  session_expired: 'תוקף ההפעלה שלכם פג. היכנסו שוב.',
  session_refused: 'ההפעלה הזאת כבר אינה מתקבלת ב־LiveChat. היכנסו שוב.',

  invalid_request: 'הבקשה של הדף הזה אינה מובנת ל־LiveChat. פנו למפתחי הדף הזה.',
  unauthorized_client:
    'האפליקציה הזאת אינה מורשית להכניס אתכם. בקשו ממפתחי הדף הזה לבדוק את מזהה הלקוח ואת כתובת ה־URI להפניה ב־Developer Console.',
  access_denied: 'הגישה נדחתה. היכנסו שוב ואשרו את הגישה, או פנו למנהל המערכת.',
  unsupported_response_type:
    'האפליקציה הזאת אינה מורשית להכניס אתכם בדרך הזאת. פנו למפתחי הדף הזה.',
  invalid_scope:
    'האפליקציה הזאת ביקשה גישה רחבה יותר ממה שהתפקיד שלכם מאפשר. היכנסו כמנהלי מערכת או פנו למפתחי הדף הזה.',
  server_error: 'אירעה תקלה ב־LiveChat. נסו שוב בעוד רגע.',
  temporarily_unavailable: 'יש עומס ב־LiveChat או שמתבצעת תחזוקה. נסו שוב בעוד רגע.',
  unsupported_grant_type: 'האפליקציה הזאת אינה מורשית להכניס אתכם בדרך הזאת. פנו למפתחי הדף הזה.',
  invalid_grant: 'הכניסה הזאת כבר אינה תקפה. היכנסו שוב.',
  invalid_client: 'האפליקציה הזאת אינה מוכרת ל־LiveChat. בקשו ממפתחי הדף הזה לבדוק את מזהה הלקוח.',
  missing_grant: 'לאפליקציה הזאת לא ניתנה גישה. היכנסו שוב ואשרו את הגישה.',
  unauthorized: 'אינכם מחוברים ל־LiveChat. היכנסו שוב.',
  identity_lost: 'ההפעלה שלכם ב־LiveChat הסתיימה. היכנסו שוב.',
  credentials_login_disabled: 'החשבון שלכם אינו מאפשר סיסמאות. היכנסו עם Google או דרך החברה שלכם.',
  unknown_error: 'הכניסה נכשלה מסיבה לא ידועה. פנו למפתחי הדף הזה.',

  client_id_not_found:
    'האפליקציה הזאת אינה מוכרת ל־LiveChat. בקשו ממפתחי הדף הזה לבדוק את מזהה הלקוח.',
  redirect_uri_not_set:
    'רשימת כתובות ה־URI המותרות להפניה באפליקציה הזאת ריקה. פנו למפתחי הדף הזה.',
  invalid_redirect_uri:
    'הדף הזה אינו ברשימת כתובות ה־URI המותרות להפניה באפליקציה שלו. פנו למפתחי הדף הזה.',
  too_many_redirects: 'הדף הזה שלח אתכם אל LiveChat כמה פעמים ברצף. המתינו חצי דקה והיכנסו שוב.',
}
