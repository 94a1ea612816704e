using Rectify.Core.Shared;
using Rectify.Web.Campaigns;

namespace Rectify.Web.Tests.Campaigns;

public sealed class CategoriesInputTests
{
    [Theory]
    [InlineData("up-1", "2(x,y) 1(a,b) 3()")]
    [InlineData("down-0", "2(x,y) 1(a,b) 3()")]
    [InlineData("up-0", "1(a,b) 2(x,y) 3()")]
    [InlineData("down-2", "1(a,b) 2(x,y) 3()")]
    [InlineData("remove-1", "1(a,b) 3()")]
    [InlineData("add", "1(a,b) 2(x,y) 3() ()")]
    [InlineData("add-2", "1(a,b) 2(x,y) 3()")]
    [InlineData("up-1-1", "1(a,b) 2(y,x) 3()")]
    [InlineData("down-0-0", "1(b,a) 2(x,y) 3()")]
    [InlineData("remove-0-1", "1(a) 2(x,y) 3()")]
    public void A_button_changes_the_form_and_saves_nothing(string step, string shown)
    {
        var input = Sample(step);

        input.Take().ShouldBeTrue();

        Shown(input).ShouldBe(shown);
        input.Step.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("up-9")]
    [InlineData("up-0-9")]
    [InlineData("up--1")]
    [InlineData("sort-1")]
    [InlineData("add-0-0")]
    public void What_is_no_step_changes_nothing_and_saves(string? step)
    {
        var input = Sample(step);

        input.Take().ShouldBeFalse();

        Shown(input).ShouldBe("1(a,b) 2(x,y) 3()");
    }

    [Fact]
    public void A_line_added_gets_an_id_at_once_so_that_a_repeated_post_means_the_same()
    {
        var input = Sample("add-2");

        input.Take();

        input.Categories[2].Symptoms.ShouldHaveSingleItem().Id.ShouldNotBe(Guid.Empty);
    }

    private static CategoriesInput Sample(string? step) => new() { Step = step, Categories = [Category("1", "a", "b"), Category("2", "x", "y"), Category("3")] };

    private static CategoryInput Category(string name, params string[] symptoms) =>
        new() { Id = Ids.New(), Name = name, Symptoms = [.. symptoms.Select(symptom => new SymptomInput { Id = Ids.New(), Name = symptom })] };

    private static string Shown(CategoriesInput input) =>
        string.Join(' ', input.Categories.Select(category => $"{category.Name}({string.Join(',', category.Symptoms.Select(symptom => symptom.Name).OfType<string>())})"));
}
