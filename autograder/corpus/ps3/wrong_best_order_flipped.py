"""The cost is right, but the pairs are the wrong way round."""

EXERCISE = "ps3-best"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = '''
def best_cost(widths):

    @cache
    def best(i, k):
        """Cost and order of J_k ... J_{i+1}, of shape (d_k, d_i)."""
        if k == i + 1:
            return 0, k
        found = []
        for j in range(i + 1, k):
            early, late = best(i, j), best(j, k)
            last = widths[i] * widths[j] * widths[k]
            found.append((early[0] + late[0] + last, (early[1], late[1])))
        return min(found, key=lambda pair: pair[0])

    return best(0, len(widths) - 1)
'''
