<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Files\File;

/** Answers of a person without an account, by the link in their mail, to a request to sign a manifesto. */
class AnswerSignature {
	public function __construct(
		private readonly SignatureMapper $mapper,
		private readonly SheetMapper $sheets,
		private readonly LibraryFiles $files,
		private readonly TextHash $hashes,
		private readonly SignerData $data,
		private readonly Network $network,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	/**
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): OpenSignature {
		$signature = $this->mapper->findByToken(LinkTokens::hash($token));
		$waiting = $signature?->is(Signature::WAITING) === true && (int)$signature->getExpiresAt() >= $this->clock->getTime();
		$sheet = $signature === null || (!$waiting && !$signature->is(Signature::SIGNED)) ? null : $this->sheets->findById($signature->getSheetId());
		if ($signature === null || $sheet === null || !$sheet->isPublished() || !SheetRules::isSignable($sheet)) {
			throw self::gone();
		}
		[$file, $hash] = $this->text($signature, $sheet);
		return new OpenSignature($signature, $sheet, $file, $hash, $waiting ? $this->data->read($signature)['name'] : (string)$signature->getName());
	}

	/**
	 * @param string $name as they want it to appear below the text
	 * @param string $read hash of the text they read
	 * @throws ReasonException link_gone · name_missing · too_long · bad_text · version_changed
	 */
	public function sign(string $token, string $name, string $read): void {
		$open = $this->open($token);
		if ($open->isSigned()) {
			return;
		}
		$name = Fields::line($name, 'name', SheetRules::LIMITS['signerName']);
		if ($name === '') {
			throw new ReasonException('name_missing', details: ['field' => 'name']);
		}
		if ($read !== $open->hash) {
			throw new ReasonException('version_changed', Http::STATUS_CONFLICT);
		}
		if (!$this->settle($open, Signature::SIGNED, $name, $open->hash)) {
			// Sent twice: a person who has signed sees that they signed.
			$this->signed($token);
		}
	}

	/**
	 * Only a hash of the address is kept, so that they are never asked again to sign this text.
	 *
	 * @throws ReasonException link_gone
	 */
	public function refuse(string $token): void {
		$open = $this->open($token);
		if ($open->isSigned()) {
			throw self::gone();
		}
		if (!$this->settle($open, Signature::REFUSED, null, '')) {
			throw self::gone();
		}
	}

	/**
	 * A signature made through a link. It can always be withdrawn, even if the text changes or is deleted.
	 *
	 * @throws ReasonException link_gone
	 */
	public function signed(string $token): Signature {
		$signature = $this->mapper->findByToken(LinkTokens::hash($token));
		return $signature?->is(Signature::SIGNED) === true ? $signature : throw self::gone();
	}

	/**
	 * Withdraws the signature.
	 *
	 * @throws ReasonException link_gone
	 */
	public function withdraw(string $token): void {
		$this->mapper->delete($this->signed($token));
	}

	/** Deletes requests that were not answered in time. */
	public function deleteExpired(): void {
		$this->mapper->deleteExpired($this->clock->getTime());
	}

	/** The account is deleted: its requests stay, in the facilitators' name. */
	public function forgetAccount(string $uid): void {
		$this->mapper->clearAuthor($uid);
	}

	/** @return bool false if it was answered in the meantime: of two simultaneous answers, one counts */
	private function settle(OpenSignature $open, string $state, ?string $name, string $hash): bool {
		return $this->mapper->settle($open->signature, $state, $name, $hash, $this->days->today());
	}

	/**
	 * The text, as the requesting account has it; as the facilitators have it if that account is deleted or no longer has it.
	 *
	 * @return array{File, string}
	 * @throws ReasonException link_gone
	 */
	private function text(Signature $signature, Sheet $sheet): array {
		foreach (array_unique(array_filter([$signature->getByUid(), ...$this->network->facilitating()])) as $uid) {
			$node = $this->files->sees($uid, $sheet->getFileId()) === null ? null : $this->files->node($uid, $sheet->getFileId());
			$hash = $node instanceof File ? $this->hashes->of($uid, $sheet->getFileId()) : null;
			if ($node instanceof File && $hash !== null) {
				return [$node, $hash];
			}
		}
		throw self::gone();
	}

	private static function gone(): ReasonException {
		return new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
	}
}
