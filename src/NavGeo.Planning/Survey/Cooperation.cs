namespace NavGeo.Planning.Survey;

/// <summary>Municipalities that share an office, or talk of it.</summary>
/// <param name="County">The county.</param>
/// <param name="Members">Names of the municipalities, as the survey writes them.</param>
/// <param name="Host">The host among them; null where none is named.</param>
/// <param name="Form">How they share.</param>
public sealed record Cooperation(string County, IReadOnlyList<string> Members, string? Host, CooperationForm Form)
{
    /// <summary>Whether the members have one office between them.</summary>
    public bool IsOneOffice => Form is CooperationForm.Host or CooperationForm.JointOffice or CooperationForm.Branch;
}
