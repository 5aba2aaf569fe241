<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use Closure;
use JsonException;
use OCA\Reseau\Group\GroupImport;
use OCA\Reseau\Integration\Link\LinkFile;
use OCA\Reseau\Meeting\MeetingFile;
use OCA\Reseau\Member\Import\MemberImport;
use OCA\Reseau\Notice\NoticeFile;
use OCA\Reseau\Settings\NetworkFile;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\JsonList;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\SubscriberFile;
use OCA\Reseau\Vocabulary\VocabularyImport;

/** Detects by its shape what a JSON file holds and passes it to the right domain. */
class ImportFile {
	public function __construct(
		private readonly MemberImport $members,
		private readonly GroupImport $groups,
		private readonly VocabularyImport $vocabulary,
		private readonly LinkFile $links,
		private readonly NoticeFile $notices,
		private readonly MeetingFile $meetings,
		private readonly SubscriberFile $subscribers,
		private readonly NetworkFile $network,
	) {
	}

	/**
	 * @param resource $file is read twice: nothing is written from a file that is not JSON to its end
	 * @param ?Closure(array{row: string, outcome: string, why: string}): void $report see ImportReport
	 * @throws JsonException
	 * @throws ReasonException unknown_format
	 */
	public function load(mixed $file, ?Closure $report = null): ImportReport {
		$list = new JsonList($file);
		if (!$list->isList()) {
			$data = $list->whole();
			return $this->loadData(is_array($data) ? $data : []);
		}
		$first = null;
		foreach ($list as $row) {
			$first ??= $row;
		}
		return $this->loadList($list, $first, new ImportReport($report));
	}

	/**
	 * @param array<array-key, mixed> $data a list of members, of groups, of notices, of meetings, of links or of choices about the letter, the lists of a vocabulary, or the texts of the network
	 * @throws ReasonException unknown_format
	 */
	public function loadData(array $data): ImportReport {
		return match (true) {
			array_is_list($data) => $this->loadList($data, $data[0] ?? null, new ImportReport()),
			isset($data['values']) || isset($data['sectors']) => $this->vocabulary->import($data),
			isset($data['name']) || isset($data['welcome']) => $this->network->import($data),
			default => throw new ReasonException('unknown_format'),
		};
	}

	/**
	 * @param iterable<int, mixed> $list
	 * @throws ReasonException unknown_format
	 */
	private function loadList(iterable $list, mixed $first, ImportReport $report): ImportReport {
		$first = is_array($first) ? $first : [];
		if (isset($first['memberships']) || isset($first['purpose'])) {
			return $this->groups->import(self::whole($list));
		}
		if (isset($first['author'], $first['kind'])) {
			return $this->notices->import(self::whole($list));
		}
		if (isset($first['group'], $first['day'])) {
			return $this->meetings->import(self::whole($list));
		}
		if (isset($first['letter'])) {
			return $this->subscribers->import(self::whole($list));
		}
		if (isset($first['relation'])) {
			return $this->links->import(self::whole($list));
		}
		if (!isset($first['name'])) {
			throw new ReasonException('unknown_format');
		}
		$this->members->import($list, $report);
		return $report;
	}

	/**
	 * @param iterable<int, mixed> $list
	 * @return list<mixed>
	 */
	private static function whole(iterable $list): array {
		return is_array($list) ? $list : iterator_to_array($list, false);
	}
}
