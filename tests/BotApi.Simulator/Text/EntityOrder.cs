namespace BotApi.Simulator;

/// <summary>Telegram's order of entities: by offset, longer first, then by rank.</summary>
internal sealed class EntityOrder : IComparer<TextEntity>
{
    public static EntityOrder Instance { get; } = new();

    public int Compare(TextEntity? x, TextEntity? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return (x.Offset, -x.Length, EntityTypes.Rank(x)).CompareTo((y.Offset, -y.Length, EntityTypes.Rank(y)));
    }

    /// <summary>A sorted copy; equal entities keep their order.</summary>
    public static List<TextEntity> Sorted(IEnumerable<TextEntity> entities)
    {
        var list = entities.ToList();
        return list.Count < 2 ? list : [.. list.Order(Instance)];
    }
}
