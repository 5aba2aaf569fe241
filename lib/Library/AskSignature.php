<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\Mail\OutsideMails;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IURLGenerator;

/** Asks a person without an account by mail to sign a manifesto. People who refused this request, or all of them, are not asked. */
class AskSignature {
	/** How long an unanswered link works and its person's data is kept, in seconds. */
	private const LIFETIME = 30 * 86400;

	public function __construct(
		private readonly SignatureMapper $mapper,
		private readonly Signatures $signatures,
		private readonly SignerData $data,
		private readonly SignatureMail $mail,
		private readonly Refusals $refusals,
		private readonly OutsideMails $mails,
		private readonly IURLGenerator $urls,
		private readonly LinkTokens $tokens,
		private readonly ITimeFactory $clock,
		private readonly Days $days,
	) {
	}

	/**
	 * @param mixed $name raw input, and the address
	 * @throws ReasonException wrong_type · too_long · bad_text · name_missing · bad_address · enough_mails · enough_mails_today · refused · already_asked · mail_failed: nothing was kept
	 */
	public function ask(Viewer $viewer, SeenSheet $seen, mixed $name, mixed $email): Signature {
		$hash = $this->signatures->hash($viewer, $seen);
		$name = Fields::line($name, 'name', SheetRules::LIMITS['signerName']);
		$email = trim(Fields::text($email, 'email', SheetRules::LIMITS['email']));
		if ($name === '') {
			throw new ReasonException('name_missing', details: ['field' => 'name']);
		}
		if (filter_var($email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE) === false) {
			throw new ReasonException('bad_address', details: ['field' => 'email']);
		}
		// Counted before any answer about an address: otherwise one could ask without limit whether its holder refused (0016).
		$this->mails->count($viewer);
		$this->refusals->requireNone(['email' => $email]);
		$person = $this->refusals->hash($email);
		$this->requireFree($seen->sheet, $person);

		$signature = Signatures::fresh($seen->sheet, Signature::MAIL, $hash, $this->days->today());
		$signature->setState(Signature::WAITING);
		$signature->setPersonHash($person);
		$signature->setByUid($viewer->uid);
		$signature->setExpiresAt($this->clock->getTime() + self::LIFETIME);
		$token = $this->tokens->make();
		$signature->setTokenHash(LinkTokens::hash($token));
		$this->data->write($signature, $name, $email);
		return $this->send($viewer, $seen, $signature, $token, $name, $email);
	}

	/** Recorded before it is sent: of two simultaneous requests, one is sent. */
	private function send(Viewer $viewer, SeenSheet $seen, Signature $signature, string $token, string $name, string $email): Signature {
		try {
			$this->mapper->insert($signature);
		} catch (Exception $e) {
			throw $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? self::asked() : $e;
		}
		$url = $this->urls->linkToRouteAbsolute('reseau.page.index') . "sign/$token";
		if (!$this->mail->send($email, $name, (string)$viewer->uid, $seen->sheet->getTitle(), $seen->sheet->text('summary'), $url)) {
			$this->mapper->delete($signature);
			throw new ReasonException('mail_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		return $signature;
	}

	/**
	 * @throws ReasonException refused · already_asked: a request is unanswered, or they have signed
	 */
	private function requireFree(Sheet $sheet, string $person): void {
		$stored = $this->mapper->findPerson((int)$sheet->getId(), $person);
		if ($stored !== null && $stored->is(Signature::WAITING) && (int)$stored->getExpiresAt() < $this->clock->getTime()) {
			$this->mapper->delete($stored);
			return;
		}
		if ($stored !== null) {
			throw $stored->is(Signature::REFUSED) ? new ReasonException('refused', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'email']) : self::asked();
		}
	}

	private static function asked(): ReasonException {
		return new ReasonException('already_asked', Http::STATUS_CONFLICT);
	}
}
