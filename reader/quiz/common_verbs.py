"""Verbs of each level of the HSK 3.0 word list that may stand in any text: did this one have them?"""

from __future__ import annotations

_WRITTEN: dict[int, str] = {
    3: """
帮助 回答 练习 参加 离开 发现 同意 检查 决定 解决 选择 影响 照顾 表演 关心 坚持 提高 完成 打扫 复习 欢迎
相信 注意 搬家
""",
    4: """
出现 使用 保护 安排 报名 参观 调查 反对 改变 继续 减少 讨论 通过 保证 毕业 放弃 负责 交流 接受 节约 理解 批评
申请 拒绝 鼓励 怀疑 获得 竞争 积累 判断 适应 提醒 吸引 引起 邀请 降低 取消 允许 证明
""",
    5: """
合作 组织 保存 陪伴 扩大 收集 推广 修改 承担 采取 发挥 分析 改善 公布 观察 恢复 缓解 克服 忽视 利用 培训 强调
缺乏 确认 设计 体验 投入 欣赏 召开 治疗 转变 追求 评价 抢救
""",
    6: """
纠正 模仿 启发 融合 补偿 采纳 策划 抵抗 继承 监督 排除 融化 阻碍 探讨 塑造 模拟 筹备 排放 撤销 传授 打击 救助
协助 奉献 救援 考察 归还 转让 征求 支撑
""",
    7: """
借用 谴责 调解 更正 埋怨 扩散 隔离 呼吁 反驳 开辟 遗忘 回避 逃避 混淆 振兴 指控
""",
}
#: Level -> its verbs.
COMMON_VERBS = {level: tuple(written.split()) for level, written in _WRITTEN.items()}
