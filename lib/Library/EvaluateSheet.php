<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Shared\AfterCommit;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** A member's evaluation of a sheet from their standpoint; replaces their earlier one. */
class EvaluateSheet {
	public function __construct(
		private readonly EvaluationMapper $evaluations,
		private readonly SheetLock $lock,
		private readonly StoryNotifications $notifications,
		private readonly Days $days,
	) {
	}

	/** Whether it can be evaluated: drafts and sheets of missing files cannot. */
	public static function isOpen(SeenSheet $seen): bool {
		return $seen->file !== null && $seen->sheet->isPublished();
	}

	/**
	 * @param array<array-key, mixed> $input WrittenEvaluationSchema of src/library/model.ts, raw input
	 * @throws ReasonException not_evaluable · those of write()
	 */
	public function say(SeenSheet $seen, Member $by, array $input): void {
		if (!self::isOpen($seen)) {
			throw new ReasonException('not_evaluable', Http::STATUS_CONFLICT);
		}
		$this->write($seen->sheet, $by, $input);
	}

	/**
	 * Removes the evaluation, whether the sheet is open or not.
	 *
	 * @param array<array-key, mixed> $input WrittenEvaluationSchema
	 * @throws ReasonException wrong_type · too_long · bad_text · standpoint_missing · answers_missing · no_card · not_found
	 */
	public function write(Sheet $sheet, Member $by, array $input): void {
		$standpoint = trim(Fields::text($input['standpoint'] ?? '', 'standpoint', SheetRules::LIMITS['standpoint']));
		$given = Fields::map($input['answers'] ?? null, 'answers');
		$answers = [];
		foreach (Evaluation::QUESTIONS as $question) {
			$answers[$question] = trim(Fields::text($given[$question] ?? '', "answers.$question", SheetRules::LIMITS['answer']));
		}
		if ($standpoint === '') {
			throw new ReasonException('standpoint_missing', details: ['field' => 'standpoint']);
		}
		if (array_filter($answers, static fn (string $answer): bool => $answer !== '') === []) {
			throw new ReasonException('answers_missing', details: ['field' => 'answers']);
		}
		$this->lock->run((int)$sheet->getId(), function () use ($sheet, $by, $standpoint, $answers): void {
			$this->lock->requireThere($sheet, $by);
			$this->put($sheet, $by, $standpoint, $answers);
		}, $by->ownerId());
	}

	public function takeBack(Sheet $sheet, Member $by): void {
		$evaluation = $this->evaluations->find((int)$sheet->getId(), $by->ownerId());
		if ($evaluation !== null) {
			$this->evaluations->delete($evaluation);
			$this->notifications->takenBack($evaluation);
		}
	}

	/** @param array<string, string> $answers */
	private function put(Sheet $sheet, Member $by, string $standpoint, array $answers): void {
		$stored = $this->evaluations->find((int)$sheet->getId(), $by->ownerId());
		$evaluation = $stored ?? new Evaluation();
		$evaluation->setSheetId((int)$sheet->getId());
		$evaluation->setMemberId($by->ownerId());
		$evaluation->setStandpoint($standpoint);
		$evaluation->answer($answers);
		$evaluation->setDay($this->days->today());
		if ($stored !== null) {
			$this->evaluations->update($evaluation);
			return;
		}
		$this->evaluations->insert($evaluation);
		AfterCommit::run(fn () => $this->notifications->answered($sheet, $evaluation));
	}
}
