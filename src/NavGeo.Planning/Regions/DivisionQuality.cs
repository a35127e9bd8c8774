namespace NavGeo.Planning.Regions;

/// <summary>How good a division is as a whole. Per cent where the name says so.</summary>
public sealed record DivisionQuality
{
    /// <summary>One a region, in the order of the division.</summary>
    public required IReadOnlyList<RegionMeasures> Regions { get; init; }

    /// <summary>Everybody who works in the region they live in, per cent of everybody.</summary>
    public required double SelfContainedPercent { get; init; }

    /// <summary>The least self-containment of supply among the regions.</summary>
    public required double LeastSupplyPercent { get; init; }

    /// <summary>The least self-containment of demand among the regions.</summary>
    public required double LeastDemandPercent { get; init; }

    /// <summary>Mean internal cohesion of the regions of two or more.</summary>
    public required double MeanCohesionPercent { get; init; }

    /// <summary>
    /// Q-modularity of the directed, weighted commuting, those who do not commute included: how much more commuting stays
    /// inside the regions than if workplaces drew residents by size alone. -1 to 1.
    /// </summary>
    public required double Modularity { get; init; }

    /// <summary>Employed residents of the regions: least, lower quartile, median, upper quartile, most.</summary>
    public required IReadOnlyList<long> Sizes { get; init; }

    /// <summary>Measures a division of a market with commuting.</summary>
    public static DivisionQuality Of(RegionDivision division)
    {
        CommutingMatrix commuting = division.Market.GetCommuting();
        RegionMeasures[] regions = [.. division.Regions.Select(r => RegionMeasures.Of(commuting, r))];
        double total = commuting.Total;
        long[] sizes = [.. regions.Select(r => r.Residents).Order()];
        double[] cohesions = [.. regions.Select(r => r.CohesionPercent).OfType<double>()];
        return new DivisionQuality
        {
            Regions = regions,
            SelfContainedPercent = 100 * regions.Sum(r => r.Inside) / total,
            LeastSupplyPercent = regions.Min(r => r.SupplyPercent ?? 0),
            LeastDemandPercent = regions.Min(r => r.DemandPercent ?? 0),
            MeanCohesionPercent = cohesions.Length == 0 ? 0 : cohesions.Average(),
            Modularity = regions.Sum(r => r.Inside / total - r.Residents / total * (r.Jobs / total)),
            Sizes = [.. ((double[])[0, 0.25, 0.5, 0.75, 1]).Select(q => sizes[(int)Math.Round(q * (sizes.Length - 1), MidpointRounding.AwayFromZero)])],
        };
    }
}
