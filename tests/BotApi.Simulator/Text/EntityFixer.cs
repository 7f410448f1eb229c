namespace BotApi.Simulator;

/// <summary>Splits, merges and drops entities until they nest as Telegram allows.</summary>
internal static class EntityFixer
{
    /// <summary>The entities Telegram would keep, sorted.</summary>
    public static List<TextEntity> Fix(IEnumerable<TextEntity> entities)
    {
        var sorted = EntityOrder.Sorted(entities);
        if (EntityNesting.IsValid(sorted))
        {
            return sorted;
        }

        var continuous = WithoutOverlaps(sorted.Where(e => !EntityTypes.IsSplittable(e) && !EntityTypes.IsBlockquote(e)));
        var blockquotes = WithoutOverlaps(sorted.Where(EntityTypes.IsBlockquote));
        continuous = OutsideBorders(continuous, blockquotes);
        return EntitySplitter.Resplit(
            sorted.FindAll(EntityTypes.IsSplittable), EntityOrder.Sorted([.. continuous, .. blockquotes]));
    }

    /// <summary>Adds entities found in the plain text where marked ones leave room.</summary>
    public static List<TextEntity> Add(List<TextEntity> entities, List<TextEntity> found)
    {
        if (found.Count == 0)
        {
            return entities;
        }

        var blockquotes = entities.FindAll(EntityTypes.IsBlockquote);
        var marked = entities.FindAll(e => !EntityTypes.IsSplittable(e) && !EntityTypes.IsBlockquote(e));
        var free = OutsideBorders(found, blockquotes)
            .FindAll(f => !marked.Exists(m => f.Offset < m.End && m.Offset < f.End));
        return EntitySplitter.Resplit(
            entities.FindAll(EntityTypes.IsSplittable), EntityOrder.Sorted([.. marked, .. free, .. blockquotes]));
    }

    private static List<TextEntity> WithoutOverlaps(IEnumerable<TextEntity> sorted)
    {
        var kept = new List<TextEntity>();
        foreach (var entity in sorted)
        {
            if (kept.Count == 0 || entity.Offset >= kept[^1].End)
            {
                kept.Add(entity);
            }
        }

        return kept;
    }

    /// <summary>Drops entities that cross, or hold, a block quotation.</summary>
    private static List<TextEntity> OutsideBorders(List<TextEntity> entities, List<TextEntity> blockquotes)
        => entities.FindAll(entity =>
        {
            var quote = blockquotes.Find(q => q.End > entity.Offset);
            return quote is null
                   || (quote.End >= entity.End && !(entity.Offset < quote.Offset && quote.Offset < entity.End));
        });
}
