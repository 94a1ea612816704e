using Rectify.Core.Campaigns;
using Rectify.Core.Notices;
using Rectify.Core.Organisations;
using Rectify.Core.Problems;
using Rectify.Core.Shared;
using Rectify.Core.Tests.Harness;
using Rectify.Core.Tests.Notices;

namespace Rectify.Core.Tests.Problems;

/// <summary>A unit never sees another unit's items: every request that names one is tried, also those written later.</summary>
public sealed class ScopeTests(SharedCampaign shared) : IClassFixture<SharedCampaign>
{
    private readonly RunningCampaign _campaign = shared.Campaign;

    [Fact]
    public async Task No_request_lets_a_unit_reach_another_units_problem()
    {
        Samples.With("ProblemId").Count().ShouldBeGreaterThan(30);
        Guid[] problems = [await _campaign.AssignedAsync(), await _campaign.RectifyingAsync(), await _campaign.AppliedAsync(), await _campaign.ClosedAsync()];
        foreach (var id in problems)
        {
            var before = await _campaign.VersionAsync(id);
            foreach (var request in Samples.With("ProblemId"))
            {
                var sample = Samples.Of(request, ("ProblemId", id), ("Version", before), ("CampaignId", _campaign.Id));
                foreach (var stranger in new[] { _campaign.OtherHandler, _campaign.OtherLeader })
                {
                    (await _campaign.As(stranger).RevealedBy(sample)).ShouldBeNull();
                }
            }

            (await _campaign.VersionAsync(id)).ShouldBe(before);
        }
    }

    [Fact]
    public async Task The_same_requests_reach_a_unit_its_own_problem()
    {
        var id = await _campaign.RectifyingAsync();

        List<string> hidden = [];
        foreach (var request in Samples.With("ProblemId").Where(request => request.Namespace == "Rectify.Core.Problems" && request != typeof(GetEvidence)))
        {
            var sample = Samples.Of(request, ("ProblemId", id), ("Version", 0), ("CampaignId", _campaign.Id));
            if (await _campaign.As(_campaign.Leader).FailureOf(sample) is NotFound)
            {
                hidden.Add(request.Name);
            }
        }

        hidden.ShouldBeEmpty("so it is the scope that hid it from the other unit, not the made-up values");
    }

    [Fact]
    public async Task No_request_lets_a_unit_reach_another_units_notice()
    {
        var id = await _campaign.IssuedAsync(await _campaign.RectifyingAsync());
        var version = await _campaign.NoticeVersionAsync(id);
        var requests = Samples.With("NoticeId").Where(request => request != typeof(DraftNotice)).ToList();

        requests.Count.ShouldBeGreaterThan(10);
        foreach (var request in requests)
        {
            var sample = Samples.Of(request, ("NoticeId", id), ("Version", version));
            foreach (var stranger in new[] { _campaign.OtherHandler, _campaign.OtherLeader })
            {
                (await _campaign.As(stranger).RevealedBy(sample)).ShouldBeNull();
            }
        }

        (await _campaign.As(_campaign.OtherHandler).Send(new ReceiveNotice(id, version))).ShouldBeNotFound();
        (await _campaign.As(_campaign.Handler).Send(new ReceiveNotice(id, version))).ShouldSucceed();
    }

    [Fact]
    public async Task A_unit_reads_no_list_of_another_unit()
    {
        var id = await _campaign.RegisteredAsync();

        (await _campaign.As(_campaign.OtherHandler).Send(new GetUnitList(_campaign.Id, _campaign.Unit.Id, null))).ShouldBeNotFound();
        (await _campaign.As(_campaign.OtherHandler).Do(new FindNearDuplicates(_campaign.Id, _campaign.Unit.Id, "排队机故障无人修复", Ids.New()))).ShouldBeEmpty();
        (await _campaign.As(_campaign.OtherHandler).Do(new ListLedger(_campaign.Id, LedgerFilter.None with { UnitId = _campaign.Unit.Id }))).Items.ShouldNotContain(row => row.Id == id);
        (await _campaign.As(_campaign.Handler).Do(new ListLedger(_campaign.Id, LedgerFilter.None with { UnitId = _campaign.Unit.Id }))).Items.ShouldContain(row => row.Id == id);
    }

    [Fact]
    public async Task The_office_reaches_no_draft_and_no_draft_that_was_withdrawn()
    {
        var handler = await _campaign.Rectify.AddPersonAsync("承办丁", Role.UnitHandler, _campaign.OtherUnit);
        var (draft, withdrawn) = (await _campaign.DraftAsync(handler, _campaign.Unit.Id), await _campaign.DraftAsync(handler, _campaign.Unit.Id));
        await _campaign.Move(handler, withdrawn, version => new WithdrawProblemEntry(withdrawn, version, ""));
        Person[] readers = [_campaign.Clerk, _campaign.Checker, _campaign.OfficeLeader, _campaign.Official, _campaign.Handler];

        foreach (var id in new[] { draft, withdrawn })
        {
            var version = await _campaign.VersionAsync(id);
            foreach (var request in Samples.With("ProblemId"))
            {
                var sample = Samples.Of(request, ("ProblemId", id), ("Version", version), ("CampaignId", _campaign.Id), ("UnitId", _campaign.OtherUnit.Id));
                foreach (var reader in readers)
                {
                    (await _campaign.As(reader).RevealedBy(sample)).ShouldBeNull();
                }
            }

            foreach (var reader in readers)
            {
                (await _campaign.As(reader).Send(new GetProblem(id))).ShouldBeNotFound();
                (await _campaign.As(reader).Do(new ListLedger(_campaign.Id, LedgerFilter.None, Size: 200))).Items.ShouldNotContain(row => row.Id == id);
            }

            (await _campaign.VersionAsync(id)).ShouldBe(version);
        }

        (await _campaign.As(_campaign.Clerk).Send(new GetUnitList(_campaign.Id, _campaign.OtherUnit.Id, null))).ShouldSucceed().List.ShouldBeNull();
        (await _campaign.As(handler).Send(new GetProblem(draft))).ShouldSucceed();
    }

    [Fact]
    public async Task An_assisting_unit_sees_the_problem_and_changes_nothing()
    {
        _campaign.Assisting = [_campaign.OtherUnit.Id];
        var signing = await _campaign.AssignedAsync();
        await _campaign.Move(_campaign.Handler, signing, version => new PreparePlan(signing, version, RunningCampaign.Plan()));
        Guid[] problems = [await _campaign.RegisteredAsync(), await _campaign.AssignedAsync(kind: ProblemKind.Immediate), signing, await _campaign.RectifyingAsync(), await _campaign.AppliedAsync(), await _campaign.ClosedAsync()];
        _campaign.Assisting = [];

        foreach (var id in problems)
        {
            var version = await _campaign.VersionAsync(id);
            foreach (var helper in new[] { _campaign.OtherHandler, _campaign.OtherLeader })
            {
                (await _campaign.As(helper).Send(new GetProblem(id))).ShouldSucceed().Actions.ShouldBeEmpty();
                foreach (var request in Samples.With("ProblemId").Where(request => request.GetInterfaces().Any(i => i.Name.StartsWith("ICommand", StringComparison.Ordinal))))
                {
                    var failure = await _campaign.As(helper).FailureOf(Samples.Of(request, ("ProblemId", id), ("Version", version), ("CampaignId", _campaign.Id)));
                    failure.ShouldNotBeNull($"{helper.Name} sends {request.Name} on a problem that is {(await _campaign.ProblemAsync(id)).State}");
                }
            }

            (await _campaign.VersionAsync(id)).ShouldBe(version);
        }

        var working = problems[3];
        (await _campaign.Try(_campaign.OtherHandler, working, version => new TickMeasure(working, version, 0, _campaign.Today, ""))).ShouldBeRefused(Rule.NotYourUnit);
        (await _campaign.Try(_campaign.OtherHandler, working, version => new AddEvidence(working, version, Ids.New(), new StoredFile(new string('a', 64), "a.jpg", "image/jpeg", 1), EvidencePurpose.After, "", null)))
            .ShouldBeRefused(Rule.NotYourUnit);
        (await _campaign.Try(_campaign.OtherLeader, signing, version => new SignForUnit(signing, version))).ShouldBeRefused(Rule.NotYourUnit);
        (await _campaign.Try(_campaign.Leader, signing, version => new SignForUnit(signing, version))).ShouldSucceed();
    }

    [Fact]
    public async Task Somebody_who_has_left_is_refused_with_the_next_request()
    {
        var leaver = await _campaign.Rectify.AddPersonAsync("调离人员", Role.UnitHandler, _campaign.Unit);
        var id = await _campaign.RectifyingAsync();
        (await _campaign.Try(leaver, id, version => new TickMeasure(id, version, 0, _campaign.Today, ""))).ShouldSucceed();
        await _campaign.As(_campaign.Administrator).Do(new RetirePerson(leaver.Id, 1));

        (await _campaign.Try(leaver, id, version => new TickMeasure(id, version, 1, _campaign.Today, ""))).ShouldBeNotAllowed();
        (await _campaign.As(leaver).Send(new GetProblem(id))).ShouldBeNotAllowed();
        (await _campaign.As(leaver).Send(new ListCampaigns())).ShouldBeNotAllowed();
    }

    [Fact]
    public async Task Roles_and_unit_count_as_they_are_now_and_not_as_they_were_at_sign_in()
    {
        var person = await _campaign.Rectify.AddPersonAsync("转岗人员", Role.UnitHandler, _campaign.Unit);
        var id = await _campaign.RectifyingAsync();
        var session = _campaign.As(person);
        (await session.Send(new GetProblem(id))).ShouldSucceed();

        await _campaign.As(_campaign.Administrator).Do(new ChangePerson(person.Id, 1, person.Name, "", _campaign.OtherUnit.Id, Role.UnitHandler));
        (await session.Send(new GetProblem(id))).ShouldBeNotFound();
        await _campaign.As(_campaign.Administrator).Do(new ChangePerson(person.Id, 2, person.Name, "", _campaign.Unit.Id, Role.DisciplineOfficer));
        (await session.Send(new GetProblem(id))).ShouldBeNotAllowed();
    }
}
