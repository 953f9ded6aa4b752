const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Parts of invented sentences. Put together at random they give texts that differ from each other as real ones do. */
export const CHINESE = {
  when: list(
    '今天早上 昨天傍晚 上个周末 前几天 去年冬天 刚才 半夜两点 下班路上 放学以后 清明前后 开春那会儿 雨停之后 第二集里 直播结束后 赶集那天 搬家当天 排队的时候 国庆假期 一个月前 临近中午',
  ),
  where: list(
    '村口的老槐树下 地铁三号线 小区菜市场 县城汽车站 奶奶家院子里 海边的礁石旁 出租屋的阳台 社区医院门口 城南旧书摊 公园长椅上 夜市烧烤摊 学校操场边 山腰的茶园 早餐店里 快递驿站 河堤步道 楼下便利店 服装批发城 民宿厨房 图书馆自习室',
  ),
  who: list(
    '一位大爷 我表姐 隔壁阿姨 退休的老师傅 穿校服的孩子 外卖小哥 卖红薯的夫妻 实习生小周 房东太太 摄影师老何 养蜂人 跑长途的司机 刚毕业的学生 公司前台 骑车的女孩 理发店店长 护工大姐 带货主播 同乡会会长 修表匠',
  ),
  act: list(
    '悄悄塞给我 当众拆开了 反复提起 一口气吃完 低价转让 偷偷录下 主动退回 免费送出 现场鉴定 连夜赶制 认真比较 误会了 弄丢了 花光积蓄买下 托人打听 摆拍出来 逐字念完 临时取消 当场揭穿 默默收拾',
  ),
  what: list(
    '两千块现金 一篮土鸡蛋 祖传的方子 旧款收音机 三年的日记 过期的优惠券 手写的借条 没贴标签的药酒 一箱临期牛奶 网红同款外套 新品试用装 智能手环 一车西瓜 半幅刺绣 老照片 拆迁协议 考研资料 会员充值卡 限量手办 自家蜂蜜',
  ),
  end: list(
    '看得人眼眶一热 评论区吵翻了天 到现在也没有下文 后续放在主页 纯属个人经历 大家怎么看 信不信由你 我当时愣在原地 围观的人越来越多 结果出乎意料 建议先收藏 旁边还架着手机 一分钱没收 转身就走了 说是拍着玩的 价格比门店贵一倍 据说下周还有一场 没有剧本 想要的扣一 别再被忽悠了',
  ),
  signs: list('， 。 ！ ？ … ； ， 。 ， 。'),
  characters: [
    ...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道垂拱平章爱育黎首臣伏戎羌遐迩一体率宾归王鸣凤在竹白驹食场化被草木赖及万方盖此身发四大五常恭惟养岂敢毁伤女慕贞男效才良知过必改得能莫忘谈彼短靡恃己长信使可器欲难量墨悲丝染诗赞羔羊景行维贤克念作圣德建名立形端表正空谷传声虚堂习听祸因恶积福缘善庆尺璧非宝寸阴是竞资父事君曰严与敬孝当竭力忠则尽命临深履薄夙兴温似兰斯馨如松之盛川流不息渊澄取映容止若思言辞安定笃初诚美慎终宜令荣业所基籍甚无竟学优登仕摄职从政存以甘去而益咏乐殊贵贱礼别尊卑上和下睦夫唱妇随外受傅训入奉母仪诸姑伯叔犹子比儿孔怀兄弟同气连枝交友投分切磨箴规仁慈隐恻造次弗离节义廉退颠沛匪亏性静情逸心动神疲守真志满逐物意移坚持雅操好爵自縻都邑华夏东西二京背邙面洛浮渭据泾宫殿盘郁楼观飞惊图写禽兽画彩仙灵丙舍旁启甲帐对楹肆筵设席鼓瑟吹笙升阶纳陛弁转疑星右通广内左达承明既集坟典亦聚群英',
  ],
} as const;

export const ENGLISH = {
  who: list(
    'neighbour courier teacher baker driver student nurse tailor gardener guide painter host plumber trainee',
  ),
  act: list(
    'borrowed filmed returned unboxed repaired staged promised reviewed doubled painted misplaced sold carried',
  ),
  what: list(
    'lantern voucher notebook kettle jacket battery ticket bracelet melon receipt charger bicycle teapot blanket',
  ),
  where: list(
    'market harbour stairwell workshop orchard platform kitchen playground library courtyard bridge hallway',
  ),
  end: list(
    'nobody-asked part-two-soon prices-vary no-script link-below watch-closely still-waiting for-fun-only',
  ),
} as const;

export const TAGS = ['待复核', '重点', '系列', '已截图', 'follow-up', '线下'] as const;
export const REVIEWERS = ['阿青', '小鉴', 'Robin'] as const;
export const SITES = [
  'xiaohongshu',
  'douyin',
  'bilibili',
  'weibo',
  'kuaishou',
  'zhihu',
  'toutiao',
  'x',
] as const;
export const CATEGORIES = [
  '2025-3/fake-staged',
  '2025-3/fake-persona',
  '2025-4/ai-label-missing',
  '2023-1/fan-count',
  '2023-1/illegal-profit',
  '2023-2/duplicate-copy',
  '2023-5/illegal-diversion',
] as const;
