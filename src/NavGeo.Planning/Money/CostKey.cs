namespace NavGeo.Planning.Money;

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
