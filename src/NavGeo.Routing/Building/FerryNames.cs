namespace NavGeo.Routing.Building;

/// <summary>Names the ferries that the source gives no name, so that they can be told apart, spoken of and taken out.</summary>
internal static class FerryNames
{
    /// <summary>The columns with names, marked as NavGeo's.</summary>
    /// <param name="columns">A network's; its columns of names and marks are used up.</param>
    /// <param name="namesOf">A name for each of some ferries.</param>
    public static RoadGraphColumns Given(RoadGraphColumns columns, Func<IReadOnlyList<FerryService>, IReadOnlyList<string>> namesOf)
    {
        FerryService[] nameless = [.. FerryService.In(columns).Where(s => s.Name is null)];
        if (nameless.Length == 0) return columns;
        IReadOnlyList<string> given = namesOf(nameless);
        string[] names = [.. columns.Names, .. given.Except(columns.Names, StringComparer.Ordinal)];
        for (int i = 0; i < nameless.Length; i++)
        {
            int name = Array.IndexOf(names, given[i]);
            foreach (int edge in nameless[i].Lines.Concat(nameless[i].Boardings).Where(e => columns.EdgeNames[e] == RoadGraph.NoName))
            {
                columns.EdgeNames[edge] = name;
                columns.EdgeFlags[edge] |= LinkMarks.AssumedName;
            }
        }
        return columns with { Names = names };
    }
}
