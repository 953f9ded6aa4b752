import { formatTime, localized, type MessageKey, t } from '../../utils/i18n';
import type { CheckId, Concern, Gap, Ground, Place, PlaceField, PlaceKind } from '../../utils/model/concern';

/** What a check is called and why it matters; a new check without words is a type error. */
const CHECK: Record<CheckId, { name: MessageKey; why: MessageKey }> = {
  'fiction-mark': { name: 'checkNameFiction', why: 'checkWhyFiction' },
  satire: { name: 'checkNameSatire', why: 'checkWhySatire' },
  'news-or-debunk': { name: 'checkNameNews', why: 'checkWhyNews' },
  minors: { name: 'checkNameMinors', why: 'checkWhyMinors' },
  'bystander-picture': { name: 'checkNameBystander', why: 'checkWhyBystander' },
  'private-numbers': { name: 'checkNameNumbers', why: 'checkWhyNumbers' },
  names: { name: 'checkNameNames', why: 'checkWhyNames' },
  evidence: { name: 'checkNameEvidence', why: 'checkWhyEvidence' },
  'no-decision': { name: 'checkNameNoDecision', why: 'checkWhyNoDecision' },
};
const GAP: Record<Gap, MessageKey> = {
  picture: 'checkGapPicture',
  'label-unread': 'checkGapLabel',
  'files-unread': 'mediaKeptGap',
  answers: 'checkGapAnswers',
  address: 'checkGapAddress',
  'old-reading': 'checkGapOld',
  'authoritative-link': 'checkGapLink',
};
const KIND: Record<PlaceKind, MessageKey> = {
  mobile: 'checkKindMobile',
  phone: 'checkKindPhone',
  'identity-card': 'checkKindIdentityCard',
  'bank-card': 'checkKindBankCard',
  'e-mail': 'checkKindEmail',
  'chat-account': 'checkKindChat',
  'licence-plate': 'checkKindPlate',
  mention: 'checkKindMention',
  name: 'checkKindName',
  school: 'checkKindSchool',
  child: 'checkKindChild',
  address: 'checkKindAddress',
};
const FIELD: Record<PlaceField, MessageKey> = {
  title: 'checkFieldTitle',
  text: 'checkFieldText',
  note: 'checkFieldNote',
  author: 'checkFieldAuthor',
  hashtags: 'checkFieldHashtags',
  labelPlaces: 'checkFieldLabelPlaces',
};

export const checkName = (check: CheckId) => t(CHECK[check].name);
export const checkWhy = (check: CheckId) => t(CHECK[check].why);

/** Where a place stands and what it is: `Note, mobile number:` */
export function placeWords({ field, account, kind }: Place): string {
  const name = t(FIELD[field]);
  return t('checkPlace', account === undefined ? name : t('checkFieldOther', name), t(KIND[kind]));
}

export function groundWords(ground: Ground): string {
  switch (ground.type) {
    case 'label':
      return t('checkGroundLabel', ground.label.text);
    case 'wording':
      return ground.text
        ? t('checkGroundWording', localized(ground.name), ground.text)
        : localized(ground.name);
    case 'verification':
      return t('checkGroundVerification', ground.text);
    case 'category':
      return t('checkGroundCategory', localized(ground.name));
    case 'gap':
      return t(GAP[ground.gap]);
  }
}

export function earlierWords({ at, by, stands }: NonNullable<Concern['earlier']>): string {
  const passed = by ? t('checkEarlierBy', formatTime(at), by) : t('checkEarlier', formatTime(at));
  return stands ? passed : t('checkEarlierChanged', passed);
}
