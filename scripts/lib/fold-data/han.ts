import { Converter } from 'opencc-js';
import { commonHan } from '../../../utils/rules/fold/common-han.ts';

/**
 * Characters that GB 2312 holds and that nevertheless occur only as another form of the right-hand one in today's
 * simplified text. The rest of GB 2312 keeps itself, for it has words of its own: 乾坤, 哪吒, 蒜薹, 著名.
 */
const OLD_FORMS = '後后 於于 麽么 夥伙 徵征 拚拼 捱挨 摺折 榘矩 菸烟 醣糖 麴曲';

/** Forms outside of GB 2312 that OpenCC does not know: old and vulgar ones, and radicals that stand alone. */
const OTHER_FORMS =
  '菓果 廻回 囬回 囯国 囻国 圀国 囶国 囍喜 歺餐 氺水 戸户 缐线 銭钱 恠怪 咊和 坔地 埊地 惪德 悥意 亾亡 兦亡 畱留 軆体 昰是 ' +
  '弌一 弍二 弎三 亖四 壱一 丗世 妳你 祂他 牠它 屄逼 毴逼 肏操 ' +
  '⺝月 ⺠民 ⻅见 ⻉贝 ⻋车 ⻓长 ⻔门 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻤鬼 ⻥鱼 ⻦鸟 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟';

/**
 * Rare characters that ordinary text does not hold, put for a common one that they share a part and the sound with
 * (凂曊 免费). Common ones put so (薇 徽 芯) are spellings of single terms instead: they have words of their own.
 */
const PUT_FOR =
  '伱你 沵你 涐我 婹要 恏好 溦微 徾微 矀微 嶶微 伩信 訫信 孞信 鈊心 泇加 峮群 迣世 鎅界 朂最 厷公 迊迎 凂免 曊费 鎹送 餸送 婇彩 倸彩 ' +
  '唫金 琻金 渞首 洊存 柸杯 岼平 珆台 僟机 赽快 唻来 妑吧 咑打 咘不 沋优 囎赠 晛现 枓料 圡土 戝贼 烎开 粅物 聁联 茒贸 莈没 萿活 薆爱 蚐均 ' +
  '迏达 妼必 怭必 嚸点 婰电 泩生';

/**
 * Traditional, regional and variant forms to simplified ones: single characters of the basic plane, one reading each,
 * targets in GB 2312. No source is itself in ordinary simplified use, so that no word is made which is not there.
 */
export function simplifiedForms(): Map<string, string> {
  const common = new Set(commonHan());
  const forms = new Map<string, string>();
  for (const pair of `${OLD_FORMS} ${OTHER_FORMS} ${PUT_FOR}`.split(' ')) forms.set(pair[0]!, pair[1]!);
  for (const from of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from, to: 'cn' });
    for (let code = 0x3400; code <= 0x9fff; code++) {
      const form = String.fromCharCode(code);
      if (common.has(form) || forms.has(form)) continue;
      const plain = convert(form);
      if (plain !== form && common.has(plain)) forms.set(form, plain);
    }
  }
  return forms;
}
