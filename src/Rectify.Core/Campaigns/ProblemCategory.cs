namespace Rectify.Core.Campaigns;

/// <summary>A kind of problem the campaign looks for; each campaign has its own list (source 0 has eight).</summary>
public sealed record ProblemCategory(Guid Id, string Name, IReadOnlyList<Symptom> Symptoms);

/// <summary>How a category shows itself (具体表现).</summary>
/// <param name="MayBeClue">Such a finding can point to a breach of discipline; the entry form says so.</param>
public sealed record Symptom(Guid Id, string Name, bool MayBeClue);
