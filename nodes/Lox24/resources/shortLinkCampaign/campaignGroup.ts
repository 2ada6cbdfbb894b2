import { prepared } from '../../../shared/input/badInput';
import { checkShape } from '../../../shared/input/path';
import { EXPLICIT_NULL, isEmpty } from '../../../shared/input/query';
import { shapes } from '../../api/shapes';

/**
 * The group of a campaign as the number LOX24 takes.
 *
 * @param orNull for the subscribe and unsubscribe campaigns, whose schema requires the field but
 * lets it be `null` (docs/api/lox24.md, "Short-link campaigns")
 */
export function campaignGroup(orNull: boolean) {
	return prepared(({ body }) => {
		const fields = body as { group_id?: unknown };
		if (!isEmpty(fields.group_id)) {
			fields.group_id = Number(checkShape(fields.group_id, shapes.groupId));
		} else if (orNull) fields.group_id = EXPLICIT_NULL;
	});
}
