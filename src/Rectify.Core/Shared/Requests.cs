using MediatR;

namespace Rectify.Core.Shared;

/// <summary>Changes something. Runs under the write gate, in one transaction with its ledger entries.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>Only reads.</summary>
public interface IQuery<T> : IRequest<Result<T>>;

/// <summary>Marks a query that counts over a whole campaign: its answer follows from the ledger, the day, the calendar and who asks, and is counted again only when one of these has changed.</summary>
public interface IFigures
{
    Guid CampaignId { get; }
}

/// <summary>Who is at the keyboard in this scope. The web sets it from the sign-in, seeding and tests set it by hand.</summary>
public sealed class Session
{
    /// <summary>The signed-in person, or null when nobody is.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The person as the database knows them now; set by the access behaviour before any handler runs.</summary>
    public Actor Actor
    {
        get => field ?? throw new InvalidOperationException("No request has passed the access check in this scope");
        internal set;
    }
}
