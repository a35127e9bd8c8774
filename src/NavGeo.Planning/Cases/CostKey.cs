namespace NavGeo.Planning.Cases;

/// <summary>
/// Fordelingsnøkkel: how the partners part the cost of an office, in whole per cent that add up to 100.
/// </summary>
/// <param name="StatePercent">The state's part, 0 to 100; the municipal part is the rest.</param>
public readonly record struct CostKey(int StatePercent)
{
    /// <summary>The municipal part, 0 to 100.</summary>
    public int MunicipalPercent => 100 - StatePercent;

    /// <summary>The key that follows from who employs the staff: the state's share of the årsverk in whole per cent, half up.</summary>
    /// <exception cref="ArgumentException">There are no årsverk, or fewer than none.</exception>
    public static CostKey FromEquivalents(decimal state, decimal municipal)
    {
        if (state < 0 || municipal < 0 || state + municipal == 0) throw new ArgumentException("a key needs årsverk");
        return new CostKey((int)decimal.Round(100 * state / (state + municipal), 0, MidpointRounding.AwayFromZero));
    }

    /// <summary>Parts a sum by the key; with a whole sum the parts are whole kroner and add up to it.</summary>
    public CostSplit Split(decimal nok, RoundingRule rule)
    {
        decimal state = nok * StatePercent / 100;
        decimal municipal = nok - state;
        if (rule == RoundingRule.NearestKrone)
        {
            decimal rounded = decimal.Round(municipal, 0, MidpointRounding.AwayFromZero);
            return new CostSplit(nok - rounded, rounded);
        }
        return municipal < state
            ? new CostSplit(nok - decimal.Floor(municipal), decimal.Floor(municipal))
            : new CostSplit(decimal.Floor(state), nok - decimal.Floor(state));
    }

    /// <summary>State and municipality: <c>54/46</c>.</summary>
    public override string ToString() => $"{StatePercent}/{MunicipalPercent}";
}

/// <summary>A sum in kroner parted between the two partners.</summary>
/// <param name="State">What the state pays, NOK.</param>
/// <param name="Municipal">What the municipalities pay, NOK.</param>
public readonly record struct CostSplit(decimal State, decimal Municipal)
{
    /// <summary>Both parts, NOK.</summary>
    public decimal Total => State + Municipal;

    /// <summary>Part by part.</summary>
    public static CostSplit operator +(CostSplit a, CostSplit b) => new(a.State + b.State, a.Municipal + b.Municipal);
}

/// <summary>How a sum in whole kroner is parted in two so that the parts are whole kroner and still add up.</summary>
public enum RoundingRule
{
    /// <summary>The smaller part is cut to whole kroner, the larger takes the rest; of equal parts the state's is cut.</summary>
    SmallerPartDown = 0,

    /// <summary>The municipal part is rounded to the nearest krone, half a krone up; the state takes the rest.</summary>
    NearestKrone,
}

/// <summary>One line of what an office's premises cost.</summary>
/// <param name="Office">Today's office; an office of <see cref="Structure"/> where that is given.</param>
/// <param name="Site">Id of the site the line falls away with; null where it stays whatever is closed.</param>
/// <param name="Item">Rent, shared costs, cleaning, electricity: as the source names it.</param>
/// <param name="Nok">NOK a year, or once.</param>
public sealed record CostLine(string Office, string? Site, string Item, decimal Nok)
{
    /// <summary>Id of the only structure under which it is paid: new rent, more workplaces, moving; null for a cost of today.</summary>
    public string? Structure { get; init; }

    /// <summary>Whether it is paid once and not every year.</summary>
    public bool IsOnce { get; init; }

    /// <summary>The month, as <c>2027-06</c>, until which it is paid even if its site closes; null where it stops with the site.</summary>
    public string? PaidUntil { get; init; }
}

/// <summary>The key that an office of today was agreed to have.</summary>
/// <param name="Office">Today's office.</param>
/// <param name="Key">State and municipal per cent.</param>
public sealed record OfficeKey(string Office, CostKey Key);

/// <summary>Basistildeling: the årsverk the state gives an office of today for being one, whatever its size.</summary>
/// <param name="Office">Today's office.</param>
/// <param name="Equivalents">Årsverk.</param>
public sealed record OfficeAllocation(string Office, decimal Equivalents);

/// <summary>
/// What a joint office gets as base allocation: so many årsverk for its first open site and so many for each further one.
/// </summary>
/// <param name="FirstSite">Årsverk for the first site.</param>
/// <param name="FurtherSite">Årsverk for every further site.</param>
public sealed record AllocationRule(decimal FirstSite, decimal FurtherSite)
{
    /// <summary>Årsverk for an office with so many open sites; none for an office without.</summary>
    public decimal Of(int openSites) => openSites == 0 ? 0 : FirstSite + (openSites - 1) * FurtherSite;
}
