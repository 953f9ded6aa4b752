import { pinyin } from 'pinyin-pro';
import { commonHan } from '../../../utils/rules/fold/common-han.ts';

/**
 * Signs that people put for a syllable, written as a Han character that has it. Signs for whole Han characters are in
 * signs.ts and keep that meaning.
 */
const SPOKEN =
  '不👋 好👌 对✅ 错❌ 老👴 婆👵 男👨 男👦 女👩 女👧 男🚹 女🚺 婴👶 吧🎱 皮🍺 本📕 书📚 几📝 辣🌶 面🍜 饭🍛 亲💋 嘴👄 舔👅 表⌚ ' +
  '钟⏰ 强💪 拳👊 拳🤜 拳🤛 权✊ 手👏 指👉 指👈 看👀 眼👁 耳👂 脚🦶 脚👣 腿🦵 鼻👃 牙🦷 骨🦴 脑🧠 血🩸 死💀 死☠ 棺⚰ 操🌿 草🌱 草☘ 树🌲 树🌳 ' +
  '叶🍃 花🌷 花🌹 花🌼 花💐 瓜🍉 桃🍑 梨🍐 蕉🍌 蛋🥚 奶🍼 奶🥛 菜🥬 糖🍬 酒🍶 壶🫖 碗🥣 刀🗡 炮💣 炸💥 火🔥 电⚡ 雷⛈ 雨🌧 雪❄ 风🌬 云☁ 月🌙 ' +
  '星⭐ 星🌟 山⛰ 山🗻 石🪨 沙⏳ 沙⌛ 球⚽ 球🏀 家🏠 家🏡 校🏫 床🛏 睡💤 走🚶 跑🏃 飞✈ 船🚢 圈⭕ 灯💡 笔🖊 笔✏ 纸📄 纸🧻 志📰 尺📏 钉📌 锁🔒 ' +
  '药💉 病🤒 吐🤮 笑😁 笑😄 笑😂 哭😭 怒💢 气😤 色😍 礼🎁 线🧵 针🪡 伞☂ 鞋👞 裤👖 帽🧢 冠👑 狼🐺 熊🐻 象🐘 猩🦍 猴🙈 蛙🐸 鹅🦢 鸟🐦 鸽🕊 ' +
  '鹰🦅 虾🦐 蟹🦀 螺🐌 蚁🐜 蜂🐝 蝶🦋 蚊🦟 蝇🪰 蛆🪱 驴🫏 金🥇 银🥈 铜🥉 减➖ 除➗ 无🈚 十🔟 差👎 赞👍 滚🎳 肉🍖 裙👗 修🔧 想💭';

/** The number of the toneless syllable of each of {@link commonHan}, in its order. */
export function syllableNumbers(): number[] {
  const spoken = [...commonHan()].map(syllableOf);
  const numbers = new Map([...new Set(spoken)].sort().map((syllable, i) => [syllable, i]));
  return spoken.map((syllable) => numbers.get(syllable)!);
}

/** Code points of signs, and the number of the syllable they are put for. */
export function spokenSigns(): Map<number, number> {
  const numbers = syllableNumbers();
  const han = commonHan();
  return new Map(
    SPOKEN.split(' ').map((entry) => {
      const [word = '', sign = ''] = entry;
      const syllable = numbers[han.indexOf(word)];
      if (syllable === undefined) throw new Error(`${word} for ${sign} is not in GB 2312`);
      return [sign.codePointAt(0)!, syllable];
    }),
  );
}

function syllableOf(character: string): string {
  return pinyin(character, { toneType: 'none', v: true });
}
