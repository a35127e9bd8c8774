namespace NavGeo.Maps.Drawing;

/// <summary>
/// One thing on a sheet. A closed set: <see cref="AreaItem"/>, <see cref="LineItem"/>, <see cref="CircleItem"/>,
/// <see cref="BoxItem"/>, <see cref="TextItem"/> and <see cref="GroupItem"/>; every renderer knows all six.
/// </summary>
public abstract record DrawingItem
{
    private protected DrawingItem()
    {
    }
}
