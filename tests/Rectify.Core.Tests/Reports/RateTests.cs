using Rectify.Core.Reports;

namespace Rectify.Core.Tests.Reports;

public sealed class RateTests
{
    [Theory]
    [InlineData(279, 306, 2, "91.18%")]
    [InlineData(550, 579, 0, "95%")]
    [InlineData(6, 22, 0, "27%")]
    [InlineData(1, 8, 1, "12.5%")]
    [InlineData(1, 8, 0, "13%")]
    [InlineData(0, 5, 1, "0.0%")]
    [InlineData(0, 0, 1, "—")]
    public void A_rate_is_rounded_once_and_nothing_of_nothing_is_a_dash(int numerator, int denominator, int decimals, string text) =>
        new Rate(numerator, denominator).Text(decimals).ShouldBe(text);

    [Fact]
    public void Rates_are_compared_as_shares_and_no_value_comes_last()
    {
        new Rate(1, 2).CompareTo(new Rate(2, 4)).ShouldBe(0);
        (new Rate(1, 3) > new Rate(333, 1000)).ShouldBeTrue();
        (new Rate(0, 0) < new Rate(0, 1)).ShouldBeTrue();
    }

    [Fact]
    public void A_change_needs_both_rates()
    {
        new Rate(2, 3).Since(new Rate(1, 2), 1).ShouldBe(16.7m);
        new Rate(1, 2).Since(new Rate(2, 3), 1).ShouldBe(-16.7m);
        new Rate(1, 2).Since(default, 1).ShouldBeNull();
        new Rate(0, 0).Since(new Rate(1, 2), 1).ShouldBeNull();
    }
}
