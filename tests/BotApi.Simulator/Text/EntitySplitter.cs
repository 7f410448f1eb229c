namespace BotApi.Simulator;

/// <summary>Cuts bold, italic and the like at the borders of other entities, and joins adjacent pieces.</summary>
internal sealed class EntitySplitter
{
    private readonly List<TextEntity> splittable;
    private readonly int[] begins = new int[EntityTypes.SplittableCount];
    private readonly int[] ends = new int[EntityTypes.SplittableCount];
    private readonly List<TextEntity> result = [];
    private int next;

    private EntitySplitter(List<TextEntity> splittable) => this.splittable = splittable;

    /// <summary>Both sorted lists as one, with the first cut where it crosses the second.</summary>
    public static List<TextEntity> Resplit(List<TextEntity> splittable, List<TextEntity> others)
    {
        if (splittable.Count == 0)
        {
            return others;
        }

        var pieces = new EntitySplitter(splittable).Split(others);
        return EntityOrder.Sorted([.. others, .. pieces]);
    }

    private List<TextEntity> Split(List<TextEntity> others)
    {
        var open = new Stack<TextEntity>();
        foreach (var other in others)
        {
            MoveTo(other.Offset, open);
            open.Push(other);
        }

        MoveTo(int.MaxValue, open);
        return EntityOrder.Sorted(result);
    }

    private void MoveTo(int offset, Stack<TextEntity> open)
    {
        while (open.Count > 0 && offset >= open.Peek().End)
        {
            var closing = open.Pop();
            var before = result.Count;
            TakeUntil(closing.End);
            if (EntityTypes.IsOpaque(closing))
            {
                result.RemoveRange(before, result.Count - before);
            }
        }

        TakeUntil(offset);
    }

    private void TakeUntil(int endOffset)
    {
        for (; next < splittable.Count && splittable[next].Offset < endOffset; next++)
        {
            var entity = splittable[next];
            var index = EntityTypes.SplittableIndex(entity.Type);
            if (entity.Offset <= ends[index] && ends[index] != 0)
            {
                ends[index] = Math.Max(ends[index], entity.End);
                continue;
            }

            Flush(entity.Offset);
            begins[index] = entity.Offset;
            ends[index] = entity.End;
        }

        Flush(endOffset);
    }

    private void Flush(int offset)
    {
        for (var index = 0; index < ends.Length; index++)
        {
            if (ends[index] == 0 || begins[index] >= offset)
            {
                continue;
            }

            var end = Math.Min(ends[index], offset);
            result.Add(new TextEntity(EntityTypes.SplittableAt(index), begins[index], end - begins[index]));
            var done = ends[index] <= offset;
            begins[index] = done ? 0 : offset;
            ends[index] = done ? 0 : ends[index];
        }
    }
}
