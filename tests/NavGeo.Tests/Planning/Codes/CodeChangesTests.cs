using NavGeo.Planning.Codes;

namespace NavGeo.Tests.Planning.Codes;

public sealed class CodeChangesTests
{
    private static readonly CodeChanges Changes = new(
    [
        new CodeChange(2017, "1601", 2018, "5001"),
        new CodeChange(2019, "5001", 2020, "5001"),
        new CodeChange(2019, "5030", 2020, "5001"),
        new CodeChange(2019, "1850", 2020, "1806") { Share = 0.48 },
        new CodeChange(2019, "1850", 2020, "1875") { Share = 0.52 },
        new CodeChange(2019, "1805", 2020, "1806"),
        new CodeChange(2019, "0822", 2020, "3817"),
        new CodeChange(2019, "0822", 2020, "3808") { Share = 0.11, IsAdjustment = true },
        new CodeChange(2023, "3817", 2024, "4020"),
        new CodeChange(2019, "1504", 2020, "1507"),
        new CodeChange(2023, "1507", 2024, "1508"),
        new CodeChange(2023, "1507", 2024, "1580"),
    ]);

    [Fact]
    public void Numbers_are_followed_through_several_changes()
    {
        CodeMapping mapping = Changes.Between(2017, 2024);
        Assert.Equal("5001", mapping.FindSuccessor("1601"));
        Assert.Equal("4020", mapping.FindSuccessor("0822"));
        Assert.Equal("0301", mapping.FindSuccessor("0301"));
    }

    [Fact]
    public void Parted_municipality_has_no_successor()
    {
        CodeMapping mapping = Changes.Between(2018, 2020);
        Assert.Null(mapping.FindSuccessor("1850"));
        CodeSplit split = Assert.Single(mapping.Splits);
        Assert.Equal([new CodeTarget("1806", 0.48), new CodeTarget("1875", 0.52)], split.Targets);
        Assert.True(split.HasShares);
        Assert.False(mapping.WithoutShares().Splits[0].HasShares);
        Assert.DoesNotContain("1850", mapping.Unique.Keys);
    }

    [Fact]
    public void Successor_that_is_parted_later_is_parted_for_all_that_went_into_it()
    {
        CodeSplit split = Changes.Between(2018, 2024).FindSplit("1504")!;
        Assert.Equal(["1508", "1580"], split.Targets.Select(t => t.Number));
        Assert.False(split.HasShares);
    }

    [Fact]
    public void Change_that_passes_over_a_merger_tells_which_part_the_municipality_became()
    {
        var changes = new CodeChanges(
        [
            .. Changes.Rows, new CodeChange(2019, "1534", 2020, "1507"), new CodeChange(2019, "1534", 2024, "1580"), new CodeChange(2019, "1504", 2024, "1508"),
        ]);
        Assert.Equal("1580", changes.Between(2018, 2024).FindSuccessor("1534"));
        Assert.Equal("1508", changes.Between(2018, 2024).FindSuccessor("1504"));
        Assert.Equal("1507", changes.Between(2018, 2020).FindSuccessor("1534"));
        Assert.Null(changes.Between(2020, 2024).FindSuccessor("1507"));
        Assert.Equal("1534", changes.Between(2024, 2018).FindSuccessor("1580"));
    }

    [Fact]
    public void Corner_that_moved_does_not_part_a_municipality_but_is_told()
    {
        CodeMapping mapping = Changes.Between(2018, 2020);
        Assert.Equal("3817", mapping.FindSuccessor("0822"));
        Assert.Equal("3808", Assert.Single(mapping.Adjustments).To);
        Assert.Empty(Changes.Between(2020, 2024).Adjustments);
    }

    [Fact]
    public void Merger_is_a_parting_back_in_time()
    {
        CodeMapping back = Changes.Between(2020, 2018);
        Assert.Equal(["5001", "5030"], back.FindSplit("5001")!.Targets.Select(t => t.Number));
        Assert.Equal(["1805", "1850"], back.FindSplit("1806")!.Targets.Select(t => t.Number));
        Assert.Equal("0822", back.FindSuccessor("3817"));
    }

    [Fact]
    public void Number_that_others_were_merged_into_means_another_area()
    {
        CodeMapping mapping = Changes.Between(2018, 2020);
        Assert.True(mapping.Touches("5001"));
        Assert.DoesNotContain("5001", mapping.Unique.Keys);
        Assert.False(mapping.Touches("0301"));
    }

    [Fact]
    public void Same_year_changes_nothing()
    {
        CodeMapping mapping = Changes.Between(2020, 2020);
        Assert.Empty(mapping.Unique);
        Assert.Empty(mapping.Splits);
    }

    [Fact]
    public void Change_that_leads_backward_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CodeChanges([new CodeChange(2020, "0101", 2020, "3001")]));
        Assert.Throws<ArgumentException>(() => new CodeChanges([new CodeChange(2019, "0101", 2020, "3001") { Share = 1.2 }]));
    }
}
