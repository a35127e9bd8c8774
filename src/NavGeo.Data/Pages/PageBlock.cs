namespace NavGeo.Data.Pages;

/// <summary>One piece of a page, below the one before it. Texts may hold <c>**strong**</c> and <c>`code`</c>.</summary>
public abstract record PageBlock;
