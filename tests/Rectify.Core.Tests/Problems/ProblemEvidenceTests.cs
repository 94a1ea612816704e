using System.Text;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;

namespace Rectify.Core.Tests.Problems;

public sealed class ProblemEvidenceTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task A_file_that_serves_several_problems_is_flagged_on_each()
    {
        var (first, second, third) = (await _campaign.RectifyingAsync(), await _campaign.RectifyingAsync(), await _campaign.RectifyingAsync());
        var sha = Sha("同一张照片");
        await _campaign.AddEvidenceAsync(first, sha);
        await _campaign.AddEvidenceAsync(second, sha);
        await _campaign.AddEvidenceAsync(third);
        var number = (await _campaign.ProblemAsync(second)).Number;

        var view = await _campaign.As(_campaign.Clerk).Do(new GetProblem(first));
        view.Repeats.ShouldBe([new RepeatedEvidence(view.Problem.Evidence[0].Id, number)]);
        (await _campaign.As(_campaign.Clerk).Do(new GetProblem(third))).Repeats.ShouldBeEmpty();
        var own = await _campaign.As(_campaign.Handler).Do(new GetProblem(first));
        own.Repeats.ShouldHaveSingleItem().OtherNumber.ShouldBeNull("a unit is not told which other problem it is");
    }

    [Fact]
    public async Task An_after_picture_that_is_its_before_picture_is_flagged()
    {
        var id = await _campaign.RectifyingAsync();
        var before = await AddAsync(id, _campaign.Handler, EvidencePurpose.Before, "整改前");
        var changed = await AddAsync(id, _campaign.Handler, EvidencePurpose.After, "整改后", before);
        (await _campaign.As(_campaign.Clerk).Do(new GetProblem(id))).Unchanged.ShouldBeEmpty();

        var same = await AddAsync(id, _campaign.Handler, EvidencePurpose.After, "整改前", before);
        (await _campaign.As(_campaign.Clerk).Do(new GetProblem(id))).Unchanged.ShouldHaveSingleItem().Id.ShouldBe(same);
        (await _campaign.ProblemAsync(id)).Evidence.Single(evidence => evidence.Id == changed).PairOf.ShouldBe(before);
    }

    [Fact]
    public async Task A_pair_needs_its_before_picture()
    {
        var id = await _campaign.RectifyingAsync();
        var after = await AddAsync(id, _campaign.Handler, EvidencePurpose.After, "整改后");

        (await Add(id, _campaign.Handler, EvidencePurpose.After, "又一张", Ids.New())).ShouldBeRefused(Rule.EvidenceUnknown);
        (await Add(id, _campaign.Handler, EvidencePurpose.After, "又一张", after)).ShouldBeRefused(Rule.EvidenceUnknown);
        (await _campaign.Try(_campaign.Handler, id, version => new RemoveEvidence(id, version, Ids.New(), "误传"))).ShouldBeRefused(Rule.EvidenceUnknown);
    }

    [Fact]
    public async Task A_file_posted_twice_is_added_once()
    {
        var id = await _campaign.RectifyingAsync();
        var add = new AddEvidence(id, await _campaign.VersionAsync(id), Ids.New(), File("整改后"), EvidencePurpose.After, "", null);
        await _campaign.As(_campaign.Handler).Do(add);
        await _campaign.As(_campaign.Handler).Do(add);

        (await _campaign.ProblemAsync(id)).Evidence.ShouldHaveSingleItem();
        (await _campaign.As(_campaign.Handler).Send(add with { EvidenceId = Ids.New() })).ShouldBeStale();
    }

    [Fact]
    public async Task A_unit_takes_off_its_own_files_only_and_the_ledger_tells_it()
    {
        var id = await _campaign.AssignedAsync();
        var ours = await AddAsync(id, _campaign.Handler, EvidencePurpose.Before, "本单位照片");
        var theirs = await AddAsync(id, _campaign.Checker, EvidencePurpose.Before, "检查组照片");
        Task<Result<Done>> Remove(Person person, Guid evidence, string reason = "误传") => _campaign.Try(person, id, version => new RemoveEvidence(id, version, evidence, reason));

        (await Remove(_campaign.Handler, theirs)).ShouldBeRefused(Rule.NotYourUnit);
        (await Remove(_campaign.Checker, ours)).ShouldBeRefused(Rule.NotYourUnit);
        (await Remove(_campaign.Handler, ours, " ")).ShouldBeInvalid("Reason", "Required");
        (await Remove(_campaign.Handler, ours)).ShouldSucceed();
        (await Remove(_campaign.Checker, theirs)).ShouldSucceed();
        (await _campaign.Rectify.EntriesOfAsync(id))[^2].Why.ShouldBe("误传");
        await _campaign.Rectify.ShouldEqualItsFoldAsync<Problem>(id);
    }

    [Fact]
    public async Task Evidence_of_an_application_stays_while_it_is_judged_and_checkers_add_theirs()
    {
        var id = await _campaign.AppliedAsync();
        var evidence = (await _campaign.ProblemAsync(id)).Evidence[0].Id;

        (await _campaign.Try(_campaign.Handler, id, version => new RemoveEvidence(id, version, evidence, "误传"))).ShouldBeRefused(Rule.WrongState);
        (await Add(id, _campaign.Handler, EvidencePurpose.After, "补充")).ShouldBeRefused(Rule.WrongState);
        (await Add(id, _campaign.Checker, EvidencePurpose.SiteCheck, "现场照片")).ShouldSucceed();
        await _campaign.ReviewAsync(id);
        (await Add(id, _campaign.Checker, EvidencePurpose.SiteCheck, "迟来的照片")).ShouldBeRefused(Rule.WrongState);
    }

    [Fact]
    public async Task Who_only_reads_adds_nothing()
    {
        var id = await _campaign.AppliedAsync();

        (await Add(id, _campaign.Official, EvidencePurpose.SiteCheck, "照片")).ShouldBeNotAllowed();
        (await Add(id, _campaign.OfficeLeader, EvidencePurpose.SiteCheck, "照片")).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task A_file_is_opened_only_through_a_problem_one_may_see()
    {
        var (id, other) = (await _campaign.RectifyingAsync(), await _campaign.RectifyingAsync());
        var evidence = await AddAsync(id, _campaign.Handler, EvidencePurpose.After, "整改后");

        (await _campaign.As(_campaign.Handler).Send(new GetEvidence(id, evidence))).ShouldSucceed().FileName.ShouldBe("整改后.jpg");
        (await _campaign.As(_campaign.Handler).Send(new GetEvidence(other, evidence))).ShouldBeNotFound();
        (await _campaign.As(_campaign.OtherHandler).Send(new GetEvidence(id, evidence))).ShouldBeNotFound();
    }

    private static string Sha(string content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static StoredFile File(string content) => new(Sha(content), $"{content}.jpg", "image/jpeg", 100);

    private Task<Result<Done>> Add(Guid id, Person person, EvidencePurpose purpose, string content, Guid? pairOf = null) =>
        _campaign.Try(person, id, version => new AddEvidence(id, version, Ids.New(), File(content), purpose, "", pairOf));

    private async Task<Guid> AddAsync(Guid id, Person person, EvidencePurpose purpose, string content, Guid? pairOf = null)
    {
        (await Add(id, person, purpose, content, pairOf)).ShouldSucceed();
        return (await _campaign.ProblemAsync(id)).Evidence.MaxBy(evidence => evidence.Id)!.Id;
    }
}
