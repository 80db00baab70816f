/** A message in the forms that its count takes, by the categories of `Intl.PluralRules`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The messages of the app in a language, by part of the app and key. */
export type Translation = Readonly<Record<string, Readonly<Record<string, string | Forms>>>>
