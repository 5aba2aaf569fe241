<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\MemberWithdrawn;
use OCA\Reseau\Member\Event\PersonRefused;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\DateWords;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;

/**
 * Applies changes of a card to the library: an erased person is removed from sheets, evaluations and signatures.
 *
 * @template-implements IEventListener<Event>
 */
class LibraryMemberListener implements IEventListener {
	public function __construct(
		private readonly SheetMapper $sheets,
		private readonly SheetStore $store,
		private readonly ShowSheet $showing,
		private readonly AnonymousAuthors $authors,
		private readonly EvaluationMapper $evaluations,
		private readonly SignatureMapper $signatures,
		private readonly People $people,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		match (true) {
			$event instanceof MemberDeleted => $this->forget($event->memberId),
			$event instanceof MemberWithdrawn => $this->showing->endAllOf($event->memberId),
			$event instanceof MemberMerged => $this->move($event->fromId, $event->intoId),
			$event instanceof MemberExporting => $this->export($event),
			$event instanceof AccountImporting => $this->leave($event),
			$event instanceof PersonRefused => $this->signatures->deleteWaiting($event->hashes),
			$event instanceof GroupDeleted => $this->store->forgetGroup($event->groupId),
			default => null,
		};
	}

	private function forget(int $memberId): void {
		$this->showing->endAllOf($memberId);
		$this->sheets->forgetMember($memberId);
		$this->authors->forget($memberId);
		$this->evaluations->deleteOfMember($memberId);
		$this->signatures->deleteOfMember($memberId);
	}

	/** If both cards evaluated or signed a sheet, the second card's stays. */
	private function move(int $from, int $into): void {
		$this->sheets->moveMember($from, $into);
		if ($this->people->byId($from)?->statusIs(Status::Withdrawn) === true) {
			// The card they become is withdrawn too.
			$this->showing->endAllOf($into);
		}
		$this->authors->move($from, $into);
		foreach ($this->evaluations->findOfMember($from) as $evaluation) {
			if ($this->evaluations->find($evaluation->getSheetId(), $into) !== null) {
				$this->evaluations->delete($evaluation);
				continue;
			}
			$evaluation->setMemberId($into);
			$this->evaluations->update($evaluation);
		}
		$signed = array_map(static fn (Signature $one): int => $one->getSheetId(), $this->signatures->findOfMember($into));
		foreach ($this->signatures->findOfMember($from) as $signature) {
			if (in_array($signature->getSheetId(), $signed, true)) {
				$this->signatures->delete($signature);
				continue;
			}
			$signature->setMemberId($into);
			$this->signatures->update($signature);
		}
	}

	private function export(MemberExporting $event): void {
		$id = $event->memberId;
		$wrote = $this->sheets->findByFiles($this->sheets->filesOfAuthor($id));
		$evaluations = $this->evaluations->findOfMember($id);
		$signatures = $this->signatures->findOfMember($id);
		$sheetIds = array_map(static fn (Evaluation|Signature $one): int => $one->getSheetId(), [...$evaluations, ...$signatures]);
		$titles = [];
		foreach ($this->sheets->findByIds(array_values(array_unique($sheetIds))) as $sheet) {
			$titles[(int)$sheet->getId()] = $sheet->getTitle();
		}
		$sheet = static fn (Sheet $sheet): array => ['title' => $sheet->getTitle(), 'file' => $sheet->getFileId()];
		$title = static fn (Sheet $sheet): array => ['text' => $sheet->getTitle()];
		$anonymous = $this->authors->sheetsOf($id);
		$event->add('sheets', array_map($sheet, $wrote), $this->l->t('Sheets'), static fn (): array => array_map($title, $wrote));
		$event->add('anonymousSheets', array_map($sheet, $anonymous), $this->l->t('Anonymous sheets'), static fn (): array => array_map($title, $anonymous));
		$event->add('evaluations', array_map(static fn (Evaluation $one): array => [
			'sheet' => $titles[$one->getSheetId()] ?? '',
			'standpoint' => $one->getStandpoint(),
			'answers' => $one->answers(),
			'day' => $one->getDay(),
		], $evaluations), $this->l->t('Answers to sheets'), fn (): array => array_map(fn (Evaluation $one): array => [
			'text' => $titles[$one->getSheetId()] ?? '',
			'about' => MemberExporting::line([DateWords::long($this->l, $one->getDay()), $one->getStandpoint()], ...array_values($one->answers())),
		], $evaluations));
		$event->add('signatures', array_map(static fn (Signature $one): array => [
			'text' => $titles[$one->getSheetId()] ?? '',
			'version' => $one->getHash(),
			'day' => $one->getDay(),
		], $signatures), $this->l->t('Signatures'), fn (): array => array_map(fn (Signature $one): array => [
			'text' => $titles[$one->getSheetId()] ?? '',
			'about' => DateWords::long($this->l, $one->getDay()),
		], $signatures));
	}

	private function leave(AccountImporting $event): void {
		$event->leave('sheets', 'The sheets were not brought: a sheet belongs to its file, and files come by Nextcloud.');
		$event->leave('anonymousSheets', 'The anonymous sheets were not brought: a sheet belongs to its file.');
		$event->leave('evaluations', 'The answers to sheets were not brought: they are about files of the network the file comes from.');
		$event->leave('signatures', 'Nothing was signed: a signature is given on the text itself.');
	}
}
