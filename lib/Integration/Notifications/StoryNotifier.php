<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Library\EvaluationMapper;
use OCA\Reseau\Library\SheetAccess;
use OCA\Reseau\Library\SheetMapper;
use OCA\Reseau\Library\StoryNotifications;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** An answer to the reader's story; gone with the answer or the story, and, as on its page, if the person who answered is hidden. */
class StoryNotifier extends PageNotifier {
	public function __construct(
		private readonly EvaluationMapper $evaluations,
		private readonly SheetMapper $sheets,
		private readonly SheetAccess $access,
		private readonly People $people,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [StoryNotifications::ANSWERED];
	}

	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		$evaluation = $this->evaluations->findById($id);
		$sheet = $evaluation === null ? null : $this->sheets->findByIds([$evaluation->getSheetId()])[0] ?? null;
		$by = $evaluation === null ? null : $this->people->byId($evaluation->getMemberId());
		$seen = $sheet === null ? null : $this->access->find($viewer, $sheet->getFileId());
		if ($by === null || $seen === null || !in_array($viewer->memberId, $seen->sheet->authors ?? [], true) || !People::knows($viewer, $by)) {
			throw new AlreadyProcessedException();
		}
		return [
			$l->t('%1$s answered your story “%2$s”', [$by->getName(), $seen->sheet->getTitle()]),
			$l->t('Its page says what would help or hinder where they are.'),
			"library/sheet/{$seen->sheet->getFileId()}",
		];
	}
}
