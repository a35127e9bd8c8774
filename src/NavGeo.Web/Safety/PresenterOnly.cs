namespace NavGeo.Web.Safety;

/// <summary>Marks a route that changes what everybody sees.</summary>
internal sealed class PresenterOnly;
