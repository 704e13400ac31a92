"""Which figures a text holds, and what each is worth."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.numbers import find_figures as in_any_script
from reader.chinese.numbers.dates import date_parts, time_parts
from reader.chinese.numbers.find import find_figures
from reader.chinese.numbers.quantity import Bound, FigureKind, Quantity

# text -> "figure|value or low..high|bound|kind|measure" of each figure; "-" for no value, empty for exact.
TABLE = {
    "千万元以上项目58个": ["千万|10000000|at_least|threshold|元", "58|58||cardinal|个"],
    "亿元以上项目137个": ["亿|100000000|at_least|threshold|元", "137|137||cardinal|个"],
    "投资3000亿元": ["3000亿|3e11||cardinal|元"],
    "超过3000亿元": ["3000亿|3e11|more_than|cardinal|元"],
    "达到3000亿元": ["3000亿|3e11||cardinal|元"],
    "一万五千亿元": ["一万五千亿|1.5e12||cardinal|元"],
    "6月龄以上": ["6|6|at_least|cardinal|月龄"],
    "间隔至少四周": ["四|4|at_least|cardinal|周"],
    "186.3毫克/100毫升": ["186.3|186.3||decimal|毫克", "100|100||cardinal|毫升"],
    "80mg/100ml": ["80|80||cardinal|mg", "100|100||cardinal|ml"],
    "拘役三个月十五日": ["三|3||cardinal|个月", "十五|15||cardinal|日"],
    "其中近四成为新种": ["四成|0.4|nearly|percent|"],
    "第四成为新人": ["第四|4||ordinal|"],
    "被引20几次": ["20几|21..29|vague|cardinal|次"],
    "师生比由1:18优化为1:15": ["1:18|1/18||ratio|", "1:15|1/15||ratio|"],
    "项目 137 个": ["137|137||cardinal|个"],
    "３ ０００ 亿元": ["３ ０００ 亿|3e11||cardinal|元"],
    "1,234,567元": ["1,234,567|1234567||cardinal|元"],
    "二〇二三年": ["二〇二三年|2023||year|"],
    "2023 年": ["2023 年|2023||year|"],
    "11月28日": ["11月28日|-||date|"],
    "4月14日、15日": ["4月14日|-||date|", "15日|15||date|"],
    "1—9月": ["1—9月|1..9||range|"],
    "2019年至2023年": ["2019年至2023年|2019..2023||range|"],
    "他是九八届的毕业生": ["九八|98||year|"],
    "1998届学生": ["1998|1998||year|"],
    "办了五六届": ["五六|5..6|vague|cardinal|届"],
    "90年代": ["90年代|90||year|"],
    "民国三十八年": ["三十八年|38||year|"],
    "公元前221年": ["221年|221||year|"],
    "21世纪": ["21|21||ordinal|世纪"],
    "腊月二十三": ["腊月二十三|-||date|"],
    "8:30": ["8:30|-||time|"],
    "发生一起交通事故": ["一|1||cardinal|起"],
    "破获一起特大跨境电信网络诈骗案": ["一|1||cardinal|起"],
    "九台收割机": ["九|9||cardinal|台"],
    "一对双胞胎": ["一|1||cardinal|对"],
    "两胜一平一负": ["两|2||cardinal|胜", "一|1||cardinal|平", "一|1||cardinal|负"],
    "敲了几下门": ["几|2..9|vague|cardinal|下"],
    "三包方便面": ["三|3||cardinal|包"],
    "面积为四平方公里": ["四|4||cardinal|平方公里"],
    "六部门联合发文": ["六|6||cardinal|部门"],
    "住了三星期": ["三|3||cardinal|星期"],
    "四周年庆典": ["四|4||cardinal|周年"],
    "每张一元。": ["一|1||cardinal|元"],
    "喝了两口": ["两|2||cardinal|口"],
    "走了十里": ["十|10||cardinal|里"],
    "走了二十千米": ["二十|20||cardinal|千米"],
    "几十千克": ["几十|20..99|vague|cardinal|千克"],
    "十几千米": ["十几|11..19|vague|cardinal|千米"],
    "几千米": ["几千|2000..9999|vague|cardinal|米"],
    "十二分米": ["十二|12||cardinal|分米"],
    "主塔高三百零六米": ["三百零六|306||cardinal|米"],
    "五轴车80元起": ["五|5||cardinal|轴", "80|80|at_least|cardinal|元"],
    "约为最深海沟压力的5倍": ["5倍|5|about|multiple|"],
    "炸2分半钟": ["2分半|2.5||decimal|分钟"],
    "三节半。": ["三节半|3.5||decimal|节"],
    "还不够本钱的六成": ["六成|0.6|under|percent|"],
    "标间六七百一晚": ["六七百|600..700|vague|cardinal|", "一|1||cardinal|晚"],
    "三百一张": ["三百|300||cardinal|", "一|1||cardinal|张"],
    "五十一张": ["五十一|51||cardinal|张"],
    "误差不超过正负五秒": ["五|5|at_most|cardinal|秒"],
    "票房高三成": ["三成|0.3||percent|"],
    "再过半小时": ["半|0.5||decimal|小时"],
    "提了半桶水": ["半|0.5||decimal|桶"],
    "煮了一锅粥": ["一|1||cardinal|锅"],
    "村里有三座桥": ["三|3||cardinal|座"],
    "挖了两条河": ["两|2||cardinal|条"],
    "山上有五座庙": ["五|5||cardinal|座"],
    "街上有四家洋行": ["四|4||cardinal|家"],
    "两天破三项纪录": ["两|2||cardinal|天", "三|3||cardinal|项"],
    "不要超过体重的10%": ["10%|0.1|at_most|percent|"],
    "今晚10点至次日早6点": ["10点至次日早6点|-||range|"],
    "下午5时不准进入": ["5时|5||time|"],
    "18家乡卫生院": ["18|18||cardinal|家"],
    "第一个星期六": ["第一|1||ordinal|个"],
    "超过去年全年的3.2万件": ["3.2万|32000|more_than|cardinal|件"],
    "不少于国家规定的30天": ["30|30|at_least|cardinal|天"],
    "最多一次能坐12个人": ["一|1||cardinal|次", "12|12|at_most|cardinal|个"],
    "还不到总投资的三成": ["三成|0.3|under|percent|"],
    "袖口磨破了三次": ["三|3||cardinal|次"],
    "裤子破了两处": ["两|2||cardinal|处"],
    "票房破了十亿": ["十亿|1e9|more_than|cardinal|"],
    "8时30分": ["8时30分|-||time|"],
    "上午9点半": ["9点半|-||time|"],
    "晚上八点": ["八点|8||time|"],
    "差一刻八点，爸爸才回来": ["差一刻八点|-||time|"],
    "差5分12点": ["差5分12点|-||time|"],
    "差十分钟九点": ["差十分钟九点|-||time|"],
    "八点差五分": ["八点差五分|-||time|"],
    "差一点没赶上": [],
    "零下十几度": ["零下十几|-19..-11|vague|cardinal|度"],
    "零下三十多度": ["零下三十多|-30|over|cardinal|度"],
    "22时至次日6时": ["22时至次日6时|-||range|"],
    "两点建议": ["两|2||cardinal|点"],
    "3:2": ["3:2|3/2||ratio|"],
    "3比2": ["3比2|3/2||ratio|"],
    "三比二获胜": ["三比二|3/2||ratio|"],
    "1/3": ["1/3|1/3||fraction|"],
    "三分之一": ["三分之一|1/3||fraction|"],
    "一又三分之二": ["一又三分之二|5/3||fraction|"],
    "百分之三点五": ["百分之三点五|0.035||percent|"],
    "三成五": ["三成五|0.35||percent|"],
    "四成": ["四成|0.4||percent|"],
    "18.5%": ["18.5%|0.185||percent|"],
    "5‰": ["5‰|0.005||percent|"],
    "0.5个百分点": ["0.5|0.5||decimal|个百分点"],
    "一半": ["一半|0.5||fraction|"],
    "2.5倍": ["2.5倍|2.5||multiple|"],
    "增加了三倍": ["三倍|4||change|"],
    "增加到三倍": ["三倍|3||multiple|"],
    "翻一番": ["翻一番|2||change|"],
    "翻两番": ["翻两番|4||change|"],
    "打七折": ["七折|0.7||change|"],
    "50万元至60万元": ["50万元至60万元|500000..600000||range|元"],
    "10—20个": ["10—20|10..20||range|个"],
    "3到5天": ["3到5|3..5||range|天"],
    "3—5万元": ["3—5万|30000..50000||range|元"],
    "三到五成": ["三到五成|0.3..0.5||range|"],
    "-5℃至3℃": ["-5℃至3℃|-5..3||range|℃"],
    "第3至5名": ["第3至5|3..5||range|名"],
    "二十多个": ["二十多|20..30|over|cardinal|个"],
    "5000余亩": ["5000余|5000..6000|over|cardinal|亩"],
    "1900余户": ["1900余|1900..2000|over|cardinal|户"],
    "30余万人次": ["30余万|300000..400000|over|cardinal|人次"],
    "1.2万多": ["1.2万多|12000..13000|over|cardinal|"],
    "五岁多": ["五|5..6|over|cardinal|岁"],
    "三个多月": ["三|3..4|over|cardinal|个月"],
    "二十来岁": ["二十来|20|about|cardinal|岁"],
    "近8000元": ["8000|8000|nearly|cardinal|元"],
    "近三年来": ["三|3||cardinal|年"],
    "历时近三年": ["三|3|nearly|cardinal|年"],
    "约2.4亿元": ["2.4亿|240000000|about|cardinal|元"],
    "三十岁上下": ["三十|30|about|cardinal|岁"],
    "不足600万元": ["600万|6000000|under|cardinal|元"],
    "不超过30人": ["30|30|at_most|cardinal|人"],
    "不少于3000元": ["3000|3000|at_least|cardinal|元"],
    "至少两次": ["两|2|at_least|cardinal|次"],
    "18周岁及以上": ["18|18|at_least|cardinal|周岁"],
    "3万元以内": ["3万|30000|at_most|cardinal|元"],
    "十几个": ["十几|11..19|vague|cardinal|个"],
    "几十万": ["几十万|200000..999999|vague|cardinal|"],
    "三五天": ["三五|3..5|vague|cardinal|天"],
    "十七八岁": ["十七八|17..18|vague|cardinal|岁"],
    "五六百人": ["五六百|500..600|vague|cardinal|人"],
    "上千人": ["千|1000|at_least|cardinal|人"],
    "近百家": ["百|100|nearly|cardinal|家"],
    "百余名": ["百余|100..200|over|cardinal|名"],
    "第三批": ["第三|3||ordinal|批"],
    "首批": ["首|1||ordinal|批"],
    "零下5度": ["零下5|-5||cardinal|度"],
    "气温-5℃": ["-5|-5||cardinal|℃"],
    "两年半": ["两年半|2.5||decimal|年"],
    "半小时": ["半|0.5||decimal|小时"],
    "两个半小时": ["两个半|2.5||cardinal|小时"],
    "一米八": ["一米八|1.8||decimal|米"],
    "三块五": ["三块五|3.5||decimal|块"],
    "11秒03": ["11秒03|11.03||cardinal|秒"],
    "拨打12345": ["12345|12345||digits|"],
    "0791-86665432": ["0791-86665432|-||digits|"],
    "CA1831次航班": ["1831|1831||digits|"],
    "1206室": ["1206|1206||digits|室"],
    "8千瓦": ["8|8||cardinal|千瓦"],
    "800万千瓦时": ["800万|8000000||cardinal|千瓦时"],
    "GDP3000亿元": ["3000亿|3e11||cardinal|元"],
    "签约137个，节约3万元": ["137|137||cardinal|个", "3万|30000||cardinal|元"],
    "看不到3个人": ["3|3||cardinal|个"],
    "一家公司": ["一|1||cardinal|家"],
    "用时5分41秒": ["5分41秒|341||time|"],
    "成绩为2小时15分03秒": ["2小时15分03秒|8103||time|"],
    "1分44秒38夺冠": ["1分44秒38|104.38||time|"],
    "走了五小时一刻才到": ["五|5||cardinal|小时", "一|1||cardinal|刻"],
    "三小时三刻": ["三|3||cardinal|小时", "三|3||cardinal|刻"],
    "三大运营商都降了价": ["三|3||cardinal|大"],
    "盛产五大菜系以外的小吃": ["五|5||cardinal|大"],
    "八大关和四大名著": [],
    "百公里油耗6.8升": ["百|100||cardinal|公里", "6.8|6.8||decimal|升"],
    "万元GDP能耗下降": ["万|10000||cardinal|元"],
    "一次能源和二次能源": [],
    "首日票房": [],
    "2026款车型": ["2026|2026||year|"],
    "青山2013录取分数线": ["2013|2013||year|"],
    "这一来一回很累": [],
    "2026国考开考": ["2026|2026||year|"],
    "在2025农业博览会上": ["2025|2025||year|"],
    "《2024读书报告》": ["2024|2024||year|"],
    "回顾2024，": ["2024|2024||year|"],
    "月薪2000左右": ["2000|2000|about|cardinal|"],
    "售价1999元": ["1999|1999||cardinal|元"],
    "捐了2010后离开": ["2010|2010||cardinal|"],
    "25财年": ["25|25||year|"],
    "24-25赛季": ["24-25|24..25||range|"],
    "3.15晚会": [],
    "全国首个乡村剧场": ["首|1||ordinal|个"],
    "我国首次试飞成功": ["首|1||ordinal|次"],
    "翘首期盼": [],
    "前后花了10个亿": ["10个亿|1e9||cardinal|"],
    "一年亏掉两个多亿": ["一|1||cardinal|年", "两个多亿|200000000|over|cardinal|"],
    "少说也要几个亿": ["几个亿|2e8..9e8|vague|cardinal|"],
    "新签了5个亿元项目": ["5|5||cardinal|个", "亿|1e8||cardinal|元"],
    "沪深300指数和科创50": [],
    "波音777客机、马自达323轿车": [],
    "通过ＩＳＯ９００２认证": [],
    "患有2型糖尿病": [],
    "地铁二号线区间停运": ["二|2||ordinal|号线"],
    "一则怕冷，二则怕黑": [],
    "发了一则启事": ["一|1||cardinal|则"],
    "大陆成为第一大市场": ["第一|1||ordinal|大"],
    "７国集团和20国集团": [],
    "跌了5·3%": ["5·3%|0.053||percent|"],
    "5·12地震": [],
    "6·2级地震": ["6·2|6.2||decimal|级"],
    "上访人数为零。": ["零|0||cardinal|"],
    "四大造船厂": ["四|4||cardinal|大"],
    "三大碗米饭": ["三|3||cardinal|大碗"],
    "党的八大路线": [],
    "这是一大亮点": [],
    "价值万元的礼品": ["万|10000||cardinal|元"],
    "百名孤儿和千名志愿者": ["百|100||cardinal|名", "千|1000||cardinal|名"],
    "（单位：万元）": [],
    "以下四方面问题": ["四|4||cardinal|方面"],
    "红四方面军": [],
    "英国、瑞典和芬兰三国": ["三|3||cardinal|国"],
    "省市两级拨款": ["两|2||cardinal|级"],
    "“五个一工程”获奖作品": [],
    "据该社19日报道": ["19日|19||date|"],
    "5日本报讯": ["5日|5||date|"],
    "每5日清点": ["5|5||cardinal|日"],
    "功率只有零点几毫瓦": ["零点几|1/10..9/10|vague|cardinal|毫瓦"],
    "装机九点二万千瓦": ["九点二万|92000||cardinal|千瓦"],
    "两地相差近百倍": ["两|2||cardinal|地", "百倍|100|nearly|multiple|"],
    "百倍珍惜": [],
    "涨幅分别为—0.4%、—0.8%": ["—0.4%|-1/250||percent|", "—0.8%|-1/125||percent|"],
    "化整为零": [],
    "血糖降到了4点几": ["4点几|41/10..49/10|vague|cardinal|"],
    "往那儿一站，谁也不说话": [],
    "党的十五大报告": [],
    "’98电器博览会": ["98|98||year|"],
    "客场以0-4输给新军": ["0-4|-||ratio|"],
    "1-2不敌对手": ["1-2|1/2||ratio|"],
    "票价10-20元": ["10-20|10..20||range|元"],
    "实行72/144小时过境免签": ["72|72||cardinal|", "144|144||cardinal|小时"],
    "肿瘤3.2厘米×2.5厘米": ["3.2|3.2||decimal|厘米", "2.5|2.5||decimal|厘米"],
    "4×100米接力": [],
    "死亡率下降0.75个千分点": ["0.75|0.75||decimal|个千分点"],
    "拿下20分12篮板": ["20|20||cardinal|分", "12|12||cardinal|篮板"],
    "市影协十届一次理事会": ["十|10||ordinal|届", "一|1||ordinal|次"],
    "连续举办16届": ["16|16||cardinal|届"],
    "按照万5收取利息": ["万5|0.0005||percent|"],
    "发烧到38度5": ["38度5|77/2||decimal|度"],
    "烧到三十九度二，": ["三十九度二|196/5||decimal|度"],
    "北纬38度5分": ["38|38||cardinal|度", "5|5||cardinal|分"],
    "处罚金8000至2000元不等": ["8000至2000|2000..8000||range|元"],
    "五十万元人民币以上的案件": ["五十万|500000|at_least|threshold|元"],
    "处十日以上十五日以下拘留": ["十|10|at_least|cardinal|日", "十五|15|at_most|threshold|日"],
    "“5.09”系列诈骗案": [],
    "乐队五月天和小说《1984》": [],
    "帮扶贫困母亲近3万人": ["3万|30000|nearly|cardinal|人"],
    "亲近一点": [],
    "大概已有二十年了": ["二十|20|about|cardinal|年"],
    "大约只占到40%": ["40%|0.4|about|percent|"],
    "受益职工13余万人": ["13余万|130000|over|cardinal|人"],
    "立案数量达40.4万起，": ["40.4万|404000||cardinal|起"],
    "首付25万起，": ["25万|250000|at_least|cardinal|"],
    "年近半百的老人": ["半百|50|nearly|cardinal|"],
    "约裁减25%的岗位": ["25%|0.25|about|percent|"],
    "预计大约增加2000人": ["2000|2000|about|cardinal|人"],
    "合约减少3份": ["3|3||cardinal|份"],
    "距今约8000—7500年": ["8000—7500|7500..8000|about|range|年"],
    "距今5800年至5300年": ["5800年至5300年|5300..5800||range|年"],
    "年代为4.4万年至3.6万年": ["4.4万年至3.6万年|36000..44000||range|年"],
    "由35人减至20人": ["35|35||cardinal|人", "20|20||cardinal|人"],
    "于2008-08通车": ["2008-08|-||date|"],
    "2008-09赛季": ["2008-09|2008..2009||range|"],
    "报价USD25": ["25|25||cardinal|"],
    "为企业减负1.78亿元": ["1.78亿|178000000||cardinal|元"],
    "收入负1.2亿元": ["负1.2亿|-120000000||cardinal|元"],
    "学员二大队": [],
    "吃透九大本法规": ["九|9||cardinal|大本"],
    "1997大地震": ["1997|1997||year|"],
    "1999抢购的，很值": ["1999|1999||cardinal|"],
    "砍下三双数据": [],
    "买了三双鞋": ["三|3||cardinal|双"],
    "投进两记三分": ["两|2||cardinal|记"],
    "打出一波18-5的攻势": ["一|1||cardinal|波", "18-5|18/5||ratio|"],
    "将比分追至88-91": ["88-91|88/91||ratio|"],
    "双方战成105平": ["105|105||cardinal|"],
    "以407.75位列第二": ["407.75|407.75||decimal|", "第二|2||ordinal|"],
    "正负值+9为全队最高": ["9|9||cardinal|"],
    "还有一名看来并无大碍": ["一|1||cardinal|名"],
    "还有一位至今下落不明": ["一|1||cardinal|位"],
    "各节比分为：15-24；21-18；23-34": ["15-24|5/8||ratio|", "21-18|7/6||ratio|", "23-34|23/34||ratio|"],
    "三局比分是25-21、22-25和15-9": [
        "三|3||cardinal|局",
        "25-21|25/21||ratio|",
        "22-25|22/25||ratio|",
        "15-9|5/3||ratio|",
    ],
    "记录到41次余震": ["41|41||cardinal|次"],
    "剩5张余票、3名余党": ["5|5||cardinal|张", "3|3||cardinal|名"],
    "共有41次余": ["41|41|over|cardinal|次"],
    "背上百斤粮食": ["百|100||cardinal|斤"],
    "来了上百人": ["百|100|at_least|cardinal|人"],
    "一上来就落后": [],
    "一本文588分": ["588|588||cardinal|分"],
    "录取一本2086人": ["2086|2086||cardinal|人"],
    "二本以上录取率": [],
    "买了一本词典": ["一|1||cardinal|本"],
    "晚上十点多到深夜一点多": ["十点|10|over|time|", "一点|1|over|time|"],
    "一起数天上的星星": [],
    "数天后出院": ["数|2..9|vague|cardinal|天"],
    "五年翻了近两番": ["五|5||cardinal|年", "翻了近两番|4|nearly|change|"],
    "以14896·40点报收": ["14896·40|14896.4||decimal|点"],
    "规格为26×31毫米": ["26|26||cardinal|", "31|31||cardinal|毫米"],
    "六部委联合发文": ["六|6||cardinal|部委"],
    "连闯两关": ["两|2||cardinal|关"],
    "需三四天才能走完": ["三四|3..4|vague|cardinal|天"],
    "上百味草药": ["百|100|at_least|cardinal|味"],
    "百味人生": [],
    "百集电视剧": ["百|100||cardinal|集"],
    "旅游七方面": ["七|7||cardinal|方面"],
    "资源一号卫星": [],
    "外资买超5.18亿元": ["5.18亿|518000000||cardinal|元"],
    "跨过34兆关卡": ["34兆|34e12||cardinal|"],
    "净空单减少1,039口至16,200口": ["1,039|1039||cardinal|口", "16,200|16200||cardinal|口"],
    "增长5%至7%": ["5%至7%|1/20..7/100||range|"],
    "今日（1/27）开高": ["1/27|-||date|"],
    "成交2万8,819张": ["2万8,819|28819||cardinal|张"],
    "市值78兆9,450.05亿元": ["78兆9,450.05亿|78945005000000||cardinal|元"],
    "罚1万5,000元以下": ["1万5,000|15000|at_most|cardinal|元"],
    "114年9月5日收盘": ["114年9月5日|-||date|"],
    "投入2奈米制程": ["2|2||cardinal|奈米"],
    "台积电（2330）涨停": [],
    "创办（1998）至今": ["1998|1998||year|"],
    "车上载有二男二女，": ["二|2||cardinal|男", "二|2||cardinal|女"],
    "6旬老翁": ["6旬|60||cardinal|"],
    "超过0.25门槛": ["0.25|0.25|more_than|decimal|"],
    "28路线路": ["28|28||ordinal|路"],
    "路线长3公里": ["3|3||cardinal|公里"],
    "通报119到场": [],
    "一本300多页的课本": ["一|1||cardinal|本", "300多|300|over|cardinal|页"],
    "年鉴（１９９７）出版": ["１９９７|1997||year|"],
    "一堵就是两个小时": ["两|2||cardinal|个小时"],
    "2019国庆档": ["2019|2019||year|"],
    "《小说家2》和《前任4：早婚》《749局》": [],
    "增速为-2.0%/8.7%/20.8%": ["-2.0%|-0.02||percent|", "8.7%|0.087||percent|", "20.8%|0.208||percent|"],
    "前70米一直领先": ["70|70||cardinal|米"],
    "身高一米一的孩子": ["一米一|1.1||decimal|米"],
    "迈过万亿门槛": ["万亿|1e12||cardinal|"],
    "延期不逾3天": ["3|3|at_most|cardinal|天"],
    "直逼3000点": ["3000|3000|nearly|cardinal|点"],
    "过半数通过": ["半数|1/2|more_than|fraction|"],
    "等了一个来小时": ["一|1|about|cardinal|个小时"],
    "十四届全国人大三次会议": ["十四|14||ordinal|届", "三|3||ordinal|次"],
    "“618”期间": [],
    "首轮8进4": ["首|1||ordinal|轮", "8|8||cardinal|", "4|4||cardinal|"],
    "两盘6-4、6-3取胜": ["两|2||cardinal|盘", "6-4|3/2||ratio|", "6-3|2||ratio|"],
    "3-5、6-8岁": ["3-5|3..5||range|", "6-8|6..8||range|岁"],
    "红队2-0蓝队": ["2-0|-||ratio|"],
    "电池5000毫安时": ["5000|5000||cardinal|毫安时"],
    "数到3关灯": ["3|3||cardinal|"],
    "来了十好几拨人": ["十好几|11..19|vague|cardinal|拨"],
    "二十好几了": ["二十好几|21..29|vague|cardinal|"],
    "出现四连涨": ["四|4||cardinal|连涨"],
    "派息3.5港仙": ["3.5|3.5||decimal|港仙"],
    "约3成5的民众": ["3成5|0.35|about|percent|"],
    "3成5个人": ["3成|0.3||percent|", "5|5||cardinal|个"],
    "总价40万起跳": ["40万|400000|at_least|cardinal|"],
    "总坪数38.5坪": ["38.5|38.5||decimal|坪"],
    "500西西的水": ["500|500||cardinal|西西"],
    "三五九旅和116师会合": [],
    "整编五八师守城": [],
    "他住进了三〇一医院": [],
    "两个师守城": ["两|2||cardinal|个"],
    "节日里一房难求": [],
    "比去年翻了三倍还要多": ["三倍|3|more_than|multiple|"],
    "“617”专案告破": [],
    "从“4”到“35”": ["4|4||cardinal|", "35|35||cardinal|"],
    "拘留一日至四日": ["一日至四日|1..4||range|"],
    "可以延长至三十日": ["三十|30||cardinal|日"],
    "会议推迟至30日": ["30日|30||date|"],
    "部分时段四级": ["四|4||cardinal|级"],
    "共成交850套/7345.6㎡": ["850|850||cardinal|套", "7345.6|7345.6||decimal|㎡"],
    "十五人/4.5万元": ["十五|15||cardinal|人", "4.5万|45000||cardinal|元"],
    "战至25平": ["25|25||cardinal|"],
    "气温-3到-5℃": ["-3到-5|-5..-3||range|℃"],
    "最低气温5到-2度": ["5到-2|-2..5||range|度"],
    "夜里零下3至5度": ["零下3至5|-5..-3||range|度"],
    "六级大风": ["六|6||cardinal|级"],
    "发生四级余震": ["四|4||cardinal|级"],
    "四级公路和英语四级": [],
    "指数下跌13点，高开7点": ["13|13||cardinal|点", "7|7||cardinal|点"],
    "会议改到下午3点": ["3点|3||time|"],
    "基金反一（00632R）和00715L": [],
    "全程40KM，重7KG": ["40|40||cardinal|KM", "7|7||cardinal|KG"],
    "造成三死两重伤": ["三|3||cardinal|死", "两|2||cardinal|重伤"],
    "九死一生": [],
    "第12周（3.14-3.20）": ["第12|12||ordinal|周", "3.14-3.20|-||date|"],
    "6厅以上影院": ["6|6|at_least|threshold|厅"],
    "沪深两市同时收红": ["两|2||cardinal|市"],
    "前二十大股东": ["二十|20||cardinal|大"],
    "二十大报告": [],
    "听力五大题": ["五|5||cardinal|大"],
    "成都设四考研考点": ["四|4||cardinal|"],
    "学校增三专业": ["三|3||cardinal|"],
    "两学生获奖": ["两|2||cardinal|"],
    "高三学生和太原三医院": [],
    "报名时间为8月3-9日": ["8月3-9日|-||range|"],
    "2024年8月3—9号": ["2024年8月3—9号|-||range|"],
    "进口１，４０５．３６亿元": ["１，４０５．３６亿|140536000000||cardinal|元"],
    "共１５，７００人": ["１５，７００|15700||cardinal|人"],
    "矿工大约在地下350米处": ["350|350|about|cardinal|米"],
    "约上午9点": ["9点|9|about|time|"],
    "约2010年建成": ["2010年|2010|about|year|"],
    "约占2010年的两成": ["2010年|2010||year|", "两成|0.2|about|percent|"],
    "查一分一段表的三校生": [],
    "长三角六市": ["六|6||cardinal|市"],
    "07年6月5日开业": ["07年6月5日|-||date|"],
    "03年到05年": ["03年到05年|3..5||range|"],
    "工作了98年5个月": ["98|98||cardinal|年", "5|5||cardinal|个月"],
    "09考研和10高考": ["09|9||year|", "10|10||year|"],
    "125平起别墅在售": ["125|125|at_least|cardinal|平"],
    "湖人被揍3-12": ["3-12|1/4||ratio|"],
    "18-0重拳": ["18-0|-||ratio|"],
    "四大行": ["四|4||cardinal|大"],
    "指数冲上10日线": ["10|10||cardinal|日"],
    "垫付1.4万处理村务": ["1.4万|14000||cardinal|"],
    "2500万天才！": ["2500万|25000000||cardinal|"],
    "十天才到": ["十|10||cardinal|天"],
    "两无辜村民被打": ["两|2||cardinal|"],
    "两岸学生和两有问题": [],
    "用V200 250GB硬盘": ["250|250||cardinal|GB"],
    "玩转103个球": ["103|103||cardinal|个"],
    "总价86万起(图)": ["86万|860000|at_least|cardinal|"],
    "65平一居": ["65|65||cardinal|平", "一|1||cardinal|居"],
    "合约20120608": ["20120608|20120608||digits|"],
    "披露911主谋": [],
    "三怪象预示": ["三|3||cardinal|"],
    "获利60万两犯获刑": ["60万|600000||cardinal|", "两|2||cardinal|"],
    "生下两男两女(图)": ["两|2||cardinal|男", "两|2||cardinal|女"],
    "首只分级基金": ["首|1||ordinal|只"],
    "访问量达千万": ["千万|10000000||cardinal|"],
    "悬赏3万通缉": ["3万|30000||cardinal|"],
    "深圳两店员被诉": ["两|2||cardinal|"],
    "两客机相撞": ["两|2||cardinal|"],
    "两湖师生和两岸人民": [],
    "开出头奖6注": ["6|6||cardinal|注"],
    "她以6-3/7-6取胜": ["6-3|2||ratio|", "7-6|7/6||ratio|"],
    "加一箱多花二十块": ["一|1||cardinal|箱", "二十|20||cardinal|块"],
    "一年多花了五万": ["一|1|over|cardinal|年", "五万|50000||cardinal|"],
    "市值重返千亿": ["千亿|100000000000||cardinal|"],
    "四战全胜": ["四|4||cardinal|战"],
    "五战三胜": ["五|5||cardinal|战", "三|3||cardinal|胜"],
    "二战结束": [],
    "百款新品": ["百|100||cardinal|款"],
    "三十而立的他今年三十五，": ["三十五|35||cardinal|"],
}


@pytest.mark.parametrize(("text", "figures"), TABLE.items())
def test_a_text_gives_exactly_these_figures(text: str, figures: list[str]) -> None:
    assert [
        _told(figure, *label.split("|")) for figure, label in zip(find_figures(text), figures, strict=True)
    ] == figures


def _told(figure: Quantity, _: str, value: str, *__: str) -> str:
    """Write a figure as the table does; a value is written as the table writes it when it is equal."""
    if ".." in value:
        low, high = value.split("..")
        shown = (
            value
            if (figure.low, figure.high) == (Fraction(low), Fraction(high))
            else f"{figure.low}..{figure.high}"
        )
    elif value == "-":
        shown = "-" if figure.value is None else str(figure.value)
    else:
        shown = value if figure.value == Fraction(value) else str(figure.value)
    bound = "" if figure.bound is Bound.EXACT else figure.bound.value
    return "|".join((figure.text, shown, bound, figure.kind.value, figure.measure or ""))


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("增长18.5%", "up"),
        ("同比下降3.5%", "down"),
        ("下降两成", "down"),
        ("减少近三成", "down"),
        ("翻番", "up"),
        ("占18.5%", None),
        ("走低1.2%", "down"),
        ("反弹4.6%", "up"),
        ("降息50个基点", "down"),
        ("增产一成", "up"),
        ("缩短为3天", None),
        ("增速为6.1%", "up"),
        ("同比少增300亿元", "down"),
    ],
)
def test_a_change_goes_up_or_down(text: str, direction: str | None) -> None:
    assert [figure.direction for figure in find_figures(text)] == [direction]


def test_a_litre_is_no_rise() -> None:
    assert [figure.direction for figure in find_figures("每100毫升186毫克")] == [None, None]


def test_the_wider_span_takes_in_bound_words_and_the_measure_word() -> None:
    text = "面积已经超过1.2万亩左右"
    (figure,) = find_figures(text)
    assert text[figure.start : figure.end] == "1.2万"
    assert text[figure.span_start : figure.span_end] == "超过1.2万亩左右"


def test_units_have_one_name_and_classifiers_none() -> None:
    figures = find_figures("30平米、5毛、3千米、20℃、3个")
    assert [figure.unit for figure in figures] == ["平方米", "角", "公里", "摄氏度", None]


def test_minutes_before_the_hour_belong_to_the_time() -> None:
    assert time_parts("差一刻八点") == (7, 45)
    assert time_parts("差5分12点") == (11, 55)
    assert time_parts("八点差十分") == (7, 50)
    assert time_parts("差十分一点") == (12, 50)


def test_below_zero_the_bounds_change_sides() -> None:
    (cold,) = find_figures("夜里零下三十多度")
    assert (cold.low, cold.high) == (-40, -30)


def test_dates_and_times_fall_into_parts() -> None:
    assert date_parts("二〇二四年十一月二十八日") == (2024, 11, 28)
    assert date_parts("11月28日") == (None, 11, 28)
    assert date_parts("2024-11-28") == (2024, 11, 28)
    assert time_parts("9点半") == (9, 30)
    assert time_parts("18时20分") == (18, 20)
    assert time_parts("6:05") == (6, 5)
    assert time_parts("三天") is None


NUMERALS = "0123456789０１２3,.:：/-—～%％零〇一二三四五六七八九十百千万亿两半几数首第多余来点分之成倍折番翻"
NUMERALS += "年月日时个元人米秒度℃以上下近约超过不足至到比 "


@given(st.text(NUMERALS, max_size=40) | st.text(max_size=40))
@settings(max_examples=400, deadline=None)
def test_figures_come_in_order_without_overlap_and_reproduce_the_text(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start < figure.end
        assert figure.span_start <= figure.start
        assert figure.end <= figure.span_end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        end = figure.end


@given(st.integers(0, 10**13), st.sampled_from(["个", "元", "亩", "人次", "户"]))
@settings(max_examples=150, deadline=None)
def test_a_printed_count_is_found_with_its_value_and_measure_word(number: int, measure: str) -> None:
    for written in (str(number), f"{number:,}"):
        (figure,) = find_figures(f"共有{written}{measure}。")
        assert figure.value == Fraction(number)
        assert (figure.text, figure.measure) == (written, measure)


@pytest.mark.parametrize(
    "piece",
    [
        "一",
        "1,",
        "1",
        "1 111 ",
        "万",
        "第",
        "三五",
        "1:1",
        "1-",
        "3至",
        "百分之",
        "不超过",
        "几",
        "1/",
        "1.",
        "一又",
    ],
)
def test_hostile_repetition_is_passed_over_without_a_stumble(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(text[figure.start : figure.end] == figure.text for figure in find_figures(text))


def test_kinds_that_count_nothing_are_told_apart() -> None:
    kinds = [figure.kind for figure in find_figures("第三次，3号楼，18岁以上老人，2023年，8:30")]
    assert kinds == [
        FigureKind.ORDINAL,
        FigureKind.ORDINAL,
        FigureKind.THRESHOLD,
        FigureKind.YEAR,
        FigureKind.TIME,
    ]


@pytest.mark.parametrize(
    ("text", "written", "bound"),
    [
        ("别超过10克", "10", "at_most"),
        ("请勿超过5人", "5", "at_most"),
        ("区别超过3个", "3", "more_than"),
        ("约需40分钟", "40", "about"),
        ("光速约为每秒30万公里", "30万", "about"),
        ("误差不超过±0.5毫米", "0.5", "at_most"),
        ("约相当于地球的四分之一", "四分之一", "about"),
        ("首付25万起，", "25万", "at_least"),
        ("事故3起，", "3", "exact"),
        ("盐不要超过半茶匙", "半", "at_most"),
    ],
)
def test_bound_words_of_advice_and_of_prices(text: str, written: str, bound: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.text, figure.bound) == (written, bound)


@pytest.mark.parametrize(
    ("text", "written", "value", "kind"),
    [
        ("比老桥宽了整整一倍", "一倍", "2", "change"),
        ("历时十六日", "十六", "16", "cardinal"),
        ("租金超过15日的", "15", "15", "cardinal"),
        ("本月15日的", "15日", "15", "date"),
        ("今年八十有三，", "八十有三", "83", "cardinal"),
        ("摸出三块五毛钱", "三块五毛", "3.5", "decimal"),
        ("5元8角", "5元8角", "5.8", "decimal"),
        ("饭后半小时服用", "半", "0.5", "decimal"),
        ("用电量+6.1%", "6.1%", "0.061", "percent"),
        ("净胜球+4，", "4", "4", "cardinal"),
    ],
)
def test_figures_of_daily_life(text: str, written: str, value: str, kind: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.text, figure.value, figure.kind) == (written, Fraction(value), kind)


@pytest.mark.parametrize(
    "text", ["开三轮车的大爷", "两轮电动车", "1+X证书", "C++11标准", "十有八九", "后半夜"]
)
def test_vehicles_and_names_count_nothing(text: str) -> None:
    assert find_figures(text) == ()


def test_a_limit_may_be_a_multiple_of_what_the_law_names() -> None:
    figures = find_figures("年利率不得超过合同成立时一年期贷款市场报价利率的四倍")
    assert (figures[-1].text, figures[-1].bound) == ("四倍", "at_most")


def test_powers_and_sizes_in_signs_are_passed_over_and_a_door_has_its_number() -> None:
    assert find_figures("白细胞6.8×10^9/L，血小板210×10^9/L") == ()
    (door,) = find_figures("敲开了704的门")
    assert door.kind is FigureKind.DIGITS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("起立鼓掌近三分钟。", ("三", "分钟", "nearly", "cardinal")),
        ("近三年投入很大。", ("三", "年", "exact", "cardinal")),
        ("惠及21.3万群众。", ("21.3万", None, "exact", "cardinal")),
        ("一群人走来。", None),
        ("前三季度盈利。", ("三", "季度", "exact", "cardinal")),
        ("三季度盈利。", ("三", "季度", "exact", "ordinal")),
    ],
)
def test_minutes_crowds_and_quarters(text: str, told: tuple[str, ...] | None) -> None:
    found = [(f.text, f.measure, f.bound, f.kind) for f in find_figures(text)]
    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("成都先导（688222.SH）涨幅达5.87%", [("5.87%", "percent", "up")]),
        ("理由主要有两点。", [("两", "cardinal", None)]),
        ("会议两点开始。", [("两点", "time", None)]),
        ("完成行程增长 +2.1%", [("2.1%", "percent", "up")]),
        ("沪0115民初76188号", [("76188", "digits", None)]),
        ("3号楼12号", [("3", "ordinal", None), ("12", "ordinal", None)]),
    ],
)
def test_codes_points_and_signed_changes(text: str, told: list[tuple[str, str, str | None]]) -> None:
    assert [(f.text, f.kind, f.direction) for f in find_figures(text)] == told


def test_a_model_and_rounds_of_a_fight() -> None:
    assert find_figures("移动电源3高配版开卖") == ()
    assert [(f.text, f.measure) for f in find_figures("大战三百回合，买了一打鸡蛋")] == [
        ("三百", "回合"),
        ("一", "打"),
    ]


@pytest.mark.parametrize(
    "text", ["陆地边界很长", "陆家嘴的楼", "伍家兄弟", "陆续到场", "表1 各年级", "如图2所示"]
)
def test_land_families_and_tables_count_nothing(text: str) -> None:
    assert find_figures(text) == ()


def test_prices_from_and_salutes() -> None:
    figures = find_figures("北京至三亚￥680起，礼炮齐鸣28响，伍元整，陆万元")
    assert [(f.text, f.measure, f.bound) for f in figures] == [
        ("680", None, "at_least"), ("28", "响", "exact"), ("伍", "元", "exact"), ("陆万", "元", "exact"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("一周十六节", ["一", "十六"]),
        ("每周三十节课", ["三十"]),
        ("周五十点开会", ["十点"]),
        ("周三下午", []),
        ("双十一", []),
    ],
)
def test_so_many_a_week_are_no_weekday(text: str, written: list[str]) -> None:
    assert [f.text for f in find_figures(text)] == written


@pytest.mark.parametrize("numeral", ["一", "两", "三", "四", "五", "六", "七", "八", "九", "十"])
@pytest.mark.parametrize(
    "unit", ["平方公里", "平方米", "立方米", "部门", "星期", "周年", "世纪", "字节", "公里", "小时"]
)
def test_no_word_of_two_characters_hides_a_longer_unit(numeral: str, unit: str) -> None:
    (found,) = find_figures(f"这里有{numeral}{unit}。")
    assert (found.text, found.measure) == (numeral, unit)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("产量增长18.5%", "up"), ("利润下滑近三成", "down"), ("增加到120人", None), ("降至3.2%", None), ("比去年少了3万人", "down"),
        ("比上年多200家", "up"), ("比北京高3度", None), ("负增长2.1%", "down"), ("增速为-2.1%", "down"), ("同比+5.8%", "up"),
        ("环比-0.3%", "down"), ("亏损3亿元", None), ("砍掉一半", "down"), ("翻两番", "up"), ("打八折", "down"), ("涨幅超过10%", "up"),
    ],
)  # fmt: skip
def test_a_change_goes_up_or_down_and_a_level_does_not(text: str, direction: str | None) -> None:
    assert find_figures(text)[-1].direction == direction


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("城乡收入分别增长6%和8%", [("6%", "up"), ("8%", "up")]),
        ("分别下降约0.3、约0.5个百分点", [("0.3", "down"), ("0.5", "down")]),
        ("增长6%，占8%", [("6%", "up"), ("8%", None)]),
        ("下跌31.2点或0.08%", [("31.2", "down"), ("0.08%", "down")]),
        ("上涨2.2美元（1.9%）", [("2.2", "up"), ("1.9%", "up")]),
        ("增加5人（占3%）", [("5", "up"), ("3%", None)]),
        ("增加5人和3辆", [("5", "up"), ("3", None)]),
    ],
)
def test_figures_in_a_list_change_the_same_way(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(figure.text, figure.direction) for figure in find_figures(text)] == told


def test_multiples_in_a_list_grow_the_same_way() -> None:
    assert [int(figure.value or 0) for figure in find_figures("销量分别增长1倍、2倍")] == [2, 3]


@pytest.mark.parametrize(
    "figure",
    ["3000亿元", "三千亿元", "18.5%", "三成", "50人", "二十个", "三分之一", "两个小时", "六十岁", "两万五"],
)
@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("超过{} 超{} 逾{} 突破{} 多于{} 大于{} 不止{} 远超{} {}开外", Bound.MORE_THAN),
        ("近{} 将近{} 接近{} 几近{} 近乎{} 逼近{}", Bound.NEARLY),
        ("约{} 大约{} 大概{} 差不多{} {}左右 {}上下 约有{} 约为{}", Bound.ABOUT),
        ("不足{} 不到{} 低于{} 少于{} 小于{} 未达{} 不满{} 还不到{}", Bound.UNDER),
        ("至少{} 不少于{} 不低于{} 起码{} 最少{} {}以上 {}及以上 不得少于{} 至少要{}", Bound.AT_LEAST),
        ("最多{} 至多{} 不超过{} {}以下 {}以内 不得超过{} 不要超过{} 别超过{}", Bound.AT_MOST),
        ("仅{} 只有{} 才{} 达{} 达到{} 高达{} 多达{} 共{} 整整{} 足足{} 仅为{}", Bound.EXACT),
    ],
)  # fmt: skip
def test_every_bound_word_binds_every_form_of_figure(figure: str, words: str, bound: Bound) -> None:
    for word in words.split():
        (found,) = find_figures(f"总量{word.format(figure)}。")
        assert (word, found.bound) == (word, bound)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("公司獲三大獎", [("三", 3)]),
        ("2年內殘殺3人", [("2", 2), ("3", 3)]),
        ("五大連池", []),
    ],
)
def test_short_texts_in_traditional_characters_give_the_same_figures(
    text: str, told: list[tuple[str, int]]
) -> None:
    assert [(figure.text, figure.value) for figure in in_any_script(text)] == told


def test_bound_words_in_traditional_characters_bind_in_any_sentence() -> None:
    figures = in_any_script("八年前，他因淋巴癌接受化療，體重掉了將近十公斤。")
    assert [(figure.text, figure.bound) for figure in figures] == [("八", Bound.EXACT), ("十", Bound.NEARLY)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("引进一台设备", "台"), ("购进一批口罩", "批"), ("跑了近一公里", "公里"), ("人均一亩地", "亩"), ("平均一天", "天"), ("更新一次", "次"),
        ("术后一周拆线", "周"), ("饭后一小时服用", "小时"), ("考前一周", "周"), ("码头一艘船", "艘"), ("计划一天走完", "天"), ("班主任一名", "名"),
        ("合同一份", "份"), ("订单一个", "个"), ("其中一个", "个"),
    ],
)  # fmt: skip
def test_one_counts_behind_words_that_only_end_like_a_determiner(text: str, measure: str) -> None:
    assert [(figure.text, figure.measure) for figure in find_figures(text)] == [("一", measure)]


@pytest.mark.parametrize(
    "text",
    ["近一年来", "前一天晚上", "后一句话", "头一天", "同一个人", "新一轮谈判", "每一个人", "另一个", "某一天", "最后一名", "最近一次", "上一年", "同一天"],
)  # fmt: skip
def test_one_counts_nothing_behind_a_determiner(text: str) -> None:
    assert find_figures(text) == ()
