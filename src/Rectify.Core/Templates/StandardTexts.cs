namespace Rectify.Core.Templates;

/// <summary>What a draft starts from.</summary>
/// <param name="Title">Empty for a kind without a title.</param>
public sealed record StandardText(string Title, string Text);

/// <summary>The texts a campaign starts with. Official letters are Chinese whatever the language of the screen.</summary>
public static class StandardTexts
{
    public static StandardText Of(TemplateKind kind) => kind switch
    {
        TemplateKind.Reminder => new(
            "关于催办第{问题编号}号问题整改的通知",
            """
            {行动名称}台账第{问题编号}号问题由你单位负责整改，整改时限为{整改时限}，现已逾期{逾期天数}天，仍未申请销号。问题如下：
            {问题清单}
            请抓紧完成整改，于收到本通知后3个工作日内书面报告进展、未完成的原因和完成时间。逾期仍未落实的，将按程序督办。
            特此通知。
            """),
        TemplateKind.RectificationNotice => new(
            "整改通知书",
            """
            {办公室}在{行动名称}督查中发现你单位存在以下问题：
            {问题清单}
            一、整改要求
            请对照上述问题逐项制定措施，明确责任人，{限期要求}，完成后申请销号。
            二、反馈要求
            整改情况由单位主要负责人签字后书面反馈，并附整改前后佐证材料。
            """),
        TemplateKind.SupervisionLetter => new(
            "关于督促落实第{问题编号}号问题整改的函",
            """
            根据{依据}，{行动名称}台账第{问题编号}号问题由你单位负责整改，整改时限为{整改时限}。截至{今日}，{已发文书}该问题仍未整改到位：
            {问题清单}
            现予督办。请你单位主要负责人亲自部署，查明原因，限期整改，并将结果书面函复我办。
            专此致函。
            """),
        TemplateKind.ReferralLetter => new(
            "关于移送{单位}第{问题编号}号问题有关材料的函",
            """
            在{行动名称}中，{单位}第{问题编号}号问题（{问题}）经{通知次数}次书面通知仍未落实，情况如下：
            {通知清单}
            上述情况涉嫌整改责任未落实。现将有关材料移送你单位，提请依规依纪依法处理，并反馈处置结果。本函所述为在案事实，不作定性。
            """),
        TemplateKind.NoticeBasis => new("", "{依据}{前次通知}"),
        TemplateKind.Bulletin => new(
            "关于{行动名称}进展情况的通报",
            "截至{统计日期}，共列入清单问题{问题总数}项，已销号{已销号数}项，销号率{销号率}；逾期{逾期数}项。"),
        TemplateKind.BulletinRequirements => new("", "被点名单位要说明原因，限期完成；临近到期的问题要按时完成整改。"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
