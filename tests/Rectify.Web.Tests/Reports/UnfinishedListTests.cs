using Rectify.Core.Problems;
using Rectify.Core.Reports;
using Rectify.Web.Reports;
using Rectify.Web.Tests.Harness;

namespace Rectify.Web.Tests.Reports;

public sealed class UnfinishedListTests
{
    [Fact]
    public void A_unit_with_thousands_of_open_items_gets_a_page_of_them_and_the_numbers_of_the_rest()
    {
        using var kit = new KitContext();
        List<UnfinishedItem> items = [.. Enumerable.Range(1, 52).Select(number => new UnfinishedItem(number, $"排队机第{number}次故障", ProblemState.Rectifying, null, false))];

        var list = kit.Render<UnfinishedList>(parameters => parameters.Add(shown => shown.Items, items));

        list.FindAll("li").Count.ShouldBe(50);
        list.Find("summary").TextContent.ShouldBe("2 more, by number");
        list.Find("details").TextContent.ShouldContain("51, 52");
        kit.Render<UnfinishedList>(parameters => parameters.Add(shown => shown.Items, items[..50])).FindAll("details").ShouldBeEmpty();
    }
}
