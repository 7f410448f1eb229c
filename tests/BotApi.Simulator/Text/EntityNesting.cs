namespace BotApi.Simulator;

/// <summary>Telegram's rules of which entities may contain which.</summary>
internal static class EntityNesting
{
    /// <summary>Whether sorted entities obey all the rules, so that nothing has to be split, merged or dropped.</summary>
    public static bool IsValid(List<TextEntity> entities)
    {
        var lastEnds = new int[EntityTypes.SplittableCount];
        Array.Fill(lastEnds, -1);
        var open = new List<TextEntity>();
        foreach (var entity in entities)
        {
            while (open.Count > 0 && entity.Offset >= open[^1].End)
            {
                open.RemoveAt(open.Count - 1);
            }

            if (open.Count > 0 && !MayContain(open, entity))
            {
                return false;
            }

            var index = EntityTypes.SplittableIndex(entity.Type);
            if (index >= 0)
            {
                if (lastEnds[index] >= entity.Offset)
                {
                    return false;
                }

                lastEnds[index] = entity.End;
            }

            open.Add(entity);
        }

        return true;
    }

    private static bool MayContain(List<TextEntity> open, TextEntity inner)
        => inner.End <= open[^1].End
           && !open.Exists(outer => outer.Type == inner.Type)
           && !EntityTypes.IsOpaque(open[^1])
           && !(EntityTypes.IsOpaque(inner) && open.Exists(outer => !EntityTypes.IsBlockquote(outer)))
           && !((EntityTypes.IsContinuous(inner) || EntityTypes.IsBlockquote(inner))
                && open.Exists(EntityTypes.IsContinuous))
           && !(EntityTypes.IsBlockquote(inner) && open.Exists(EntityTypes.IsBlockquote))
           && !open.Exists(EntityTypes.IsSplittable);
}
