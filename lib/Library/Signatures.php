<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\DB\Exception;

/**
 * Who signed a manifesto. Everybody who sees it can read the list, except for members they may not see; unanswered requests are shown to those who
 * collect signatures.
 */
class Signatures {
	public function __construct(
		private readonly SignatureMapper $signatures,
		private readonly SheetMapper $sheets,
		private readonly SheetLock $lock,
		private readonly SignerData $data,
		private readonly TextHash $hashes,
		private readonly People $people,
		private readonly Days $days,
	) {
	}

	/** Whether the viewer collects signatures: facilitators of the network do. */
	public static function collects(Viewer $viewer, SeenSheet $seen): bool {
		return $viewer->facilitator && self::isOpen($seen);
	}

	/** Whether it can be signed now. */
	public static function isOpen(SeenSheet $seen): bool {
		return $seen->file !== null && $seen->sheet->isPublished() && SheetRules::isSignable($seen->sheet);
	}

	/**
	 * The text as it is now.
	 *
	 * @throws ReasonException not_signable
	 */
	public function hash(Viewer $viewer, SeenSheet $seen): string {
		$hash = self::isOpen($seen) ? $this->hashes->of((string)$viewer->uid, $seen->sheet->getFileId()) : null;
		return $hash ?? throw new ReasonException('not_signable', Http::STATUS_CONFLICT);
	}

	/**
	 * @return list<array<string, mixed>> SignatureSchema of src/library/model.ts, oldest first
	 * @throws ReasonException not_signable
	 */
	public function list(Viewer $viewer, SeenSheet $seen): array {
		$hash = $this->hash($viewer, $seen);
		$collects = self::collects($viewer, $seen);
		[$signatures, $people] = $this->known($viewer, $seen->sheet);
		$listed = array_filter($signatures, static fn (Signature $one): bool => $one->is(Signature::SIGNED) || ($collects && $one->is(Signature::WAITING)));
		return array_map(fn (Signature $one): array => $this->present($viewer, $one, $hash, $collects, $people), array_values($listed));
	}

	/**
	 * The viewer's signature under a text whose sheet they no longer see: they can still withdraw it.
	 *
	 * @return list<array<string, mixed>> SignatureSchema
	 * @throws ReasonException not_found
	 */
	public function listLeft(Viewer $viewer, int $fileId): array {
		$signature = $this->unseen($viewer, $fileId);
		return [$this->present($viewer, $signature, '', false, $this->people->byIds([(int)$signature->getMemberId()]))];
	}

	/** @return array<string, mixed> SignatureSchema of a signature just entered by a collector */
	public function one(Viewer $viewer, Signature $signature, string $hash): array {
		return $this->present($viewer, $signature, $hash, true, []);
	}

	/** @return ?array{hash: string, total: int, mine: ?array{id: int, day: string, current: bool}} `signing` of SheetSchema */
	public function summary(Viewer $viewer, SeenSheet $seen): ?array {
		$hash = $seen->file !== null && SheetRules::isSignable($seen->sheet) ? $this->hashes->of((string)$viewer->uid, $seen->sheet->getFileId()) : null;
		if ($hash === null) {
			return null;
		}
		$signed = array_filter($this->known($viewer, $seen->sheet)[0], static fn (Signature $one): bool => $one->is(Signature::SIGNED));
		$mine = self::of($signed, $viewer->memberId);
		return [
			'hash' => $hash,
			'total' => count($signed),
			'mine' => $mine === null ? null : ['id' => (int)$mine->getId(), 'day' => $mine->getDay(), 'current' => $mine->getHash() === $hash],
		];
	}

	/** @return ?array{id: int, day: string} `left` of SheetSchema: the viewer's signature of what can no longer be signed */
	public function left(Viewer $viewer, SeenSheet $seen): ?array {
		$mine = self::of($this->signatures->findOfSheet((int)$seen->sheet->getId()), $viewer->memberId);
		return $mine === null ? null : ['id' => (int)$mine->getId(), 'day' => $mine->getDay()];
	}

	/**
	 * The viewer signs with their account. Signing again changes nothing; a new version is signed again.
	 *
	 * @param string $read hash of the text they read
	 * @throws ReasonException not_signable · version_changed · card_hidden · no_card · not_found
	 */
	public function sign(Viewer $viewer, SeenSheet $seen, Member $card, string $read): void {
		$hash = $this->hash($viewer, $seen);
		if (!$card->isShown()) {
			throw new ReasonException('card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if ($read !== $hash) {
			throw new ReasonException('version_changed', Http::STATUS_CONFLICT);
		}
		$this->lock->run((int)$seen->sheet->getId(), function () use ($seen, $card, $hash): void {
			$this->lock->requireThere($seen->sheet, $card);
			$signature = self::of($this->signatures->findOfSheet((int)$seen->sheet->getId()), $card->ownerId());
			if ($signature?->getHash() === $hash) {
				return;
			}
			if ($signature !== null) {
				$signature->setHash($hash);
				$signature->setDay($this->days->today());
				$this->signatures->update($signature);
				return;
			}
			$signature = self::fresh($seen->sheet, Signature::ACCOUNT, $hash, $this->days->today());
			$signature->setMemberId($card->ownerId());
			$this->signatures->insert($signature);
		}, $card->ownerId());
	}

	/**
	 * A signature given on paper, for the current text. Only one per name, day and paper.
	 *
	 * @param array<array-key, mixed> $input `name`, `day`, `how`: where the paper is stored
	 * @throws ReasonException not_signable · wrong_type · too_long · bad_text · name_missing · how_missing · bad_day
	 */
	public function enter(Viewer $viewer, SeenSheet $seen, array $input): Signature {
		$hash = $this->hash($viewer, $seen);
		$written = PaperSignature::read($input, $this->days->today('+1 day'));
		$signature = self::fresh($seen->sheet, Signature::PAPER, $hash, $written->day);
		$signature->setName($written->name);
		$signature->setNote($written->how);
		$signature->setPersonHash($written->hash());
		try {
			return $this->signatures->insert($signature);
		} catch (Exception $e) {
			$same = $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->signatures->findPerson((int)$seen->sheet->getId(), $written->hash()) : null;
			return $same ?? throw $e;
		}
	}

	/**
	 * Deletes it completely.
	 *
	 * @throws ReasonException not_found · not_yours
	 */
	public function withdraw(Viewer $viewer, SeenSheet $seen, int $id): void {
		[$signatures] = $this->known($viewer, $seen->sheet);
		$collects = self::collects($viewer, $seen);
		foreach ($signatures as $signature) {
			if ((int)$signature->getId() === $id && ($signature->is(Signature::SIGNED) || ($collects && $signature->is(Signature::WAITING)))) {
				if (!self::mayWithdraw($viewer, $signature, $collects)) {
					throw ReasonException::notYours();
				}
				$this->signatures->delete($signature);
				return;
			}
		}
		throw ReasonException::notFound();
	}

	/**
	 * The same for the viewer's own signature, under a text whose sheet they no longer see.
	 *
	 * @throws ReasonException not_found
	 */
	public function withdrawLeft(Viewer $viewer, int $fileId, int $id): void {
		$signature = $this->unseen($viewer, $fileId);
		$this->signatures->delete((int)$signature->getId() === $id ? $signature : throw ReasonException::notFound());
	}

	public static function fresh(Sheet $sheet, string $how, string $hash, string $day): Signature {
		$signature = new Signature();
		$signature->setSheetId((int)$sheet->getId());
		$signature->setHow($how);
		$signature->setState(Signature::SIGNED);
		$signature->setHash($hash);
		$signature->setDay($day);
		return $signature;
	}

	/** @throws ReasonException not_found */
	private function unseen(Viewer $viewer, int $fileId): Signature {
		$sheet = $this->sheets->findByFile($fileId);
		return ($sheet === null ? null : self::of($this->signatures->findOfSheet((int)$sheet->getId()), $viewer->memberId)) ?? throw ReasonException::notFound();
	}

	private static function mayWithdraw(Viewer $viewer, Signature $signature, bool $collects): bool {
		return $signature->getHow() === Signature::ACCOUNT
			? $viewer->memberId !== null && $signature->getMemberId() === $viewer->memberId
			: $collects;
	}

	/**
	 * @param array<int, Member> $people
	 * @return array<string, mixed> SignatureSchema
	 */
	private function present(Viewer $viewer, Signature $signature, string $hash, bool $collects, array $people): array {
		$waiting = $signature->is(Signature::WAITING);
		$member = $people[$signature->getMemberId() ?? 0] ?? null;
		return [
			'id' => (int)$signature->getId(),
			'name' => $member?->getName() ?? ($waiting ? $this->data->read($signature)['name'] : (string)$signature->getName()),
			'member' => $member?->ownerId(),
			'how' => $signature->getHow(),
			'waiting' => $waiting,
			'day' => $signature->getDay(),
			'current' => $signature->getHash() === $hash,
			'hash' => $signature->getHash(),
			'note' => $collects ? (string)$signature->getNote() : '',
			'can' => ['withdraw' => self::mayWithdraw($viewer, $signature, $collects)],
		];
	}

	/** @return array{list<Signature>, array<int, Member>} those of members the viewer may see and of people without an account; and these members */
	private function known(Viewer $viewer, Sheet $sheet): array {
		$signatures = $this->signatures->findOfSheet((int)$sheet->getId());
		$people = array_filter(
			$this->people->byIds(array_values(array_filter(array_map(static fn (Signature $one): ?int => $one->getMemberId(), $signatures)))),
			static fn (Member $member): bool => People::knows($viewer, $member),
		);
		return [array_values(array_filter($signatures, static fn (Signature $one): bool => $one->getMemberId() === null || isset($people[$one->getMemberId()]))), $people];
	}

	/** @param array<Signature> $signatures */
	private static function of(array $signatures, ?int $memberId): ?Signature {
		foreach ($memberId === null ? [] : $signatures as $signature) {
			if ($signature->getMemberId() === $memberId) {
				return $signature;
			}
		}
		return null;
	}
}
