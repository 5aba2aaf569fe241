<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Library\AskSignature;
use OCA\Reseau\Library\SeenSheet;
use OCA\Reseau\Library\SheetAccess;
use OCA\Reseau\Library\SheetPresenter;
use OCA\Reseau\Library\Signatures;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Who signed a manifesto. Shapes, rights and reasons of every endpoint are in src/library/api.ts. */
class SignatureController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly SheetAccess $access,
		private readonly SheetPresenter $presenter,
		private readonly Signatures $signatures,
		private readonly AskSignature $asking,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sheets/{file}/signatures', requirements: ['file' => '\d{1,18}'])]
	public function list(int $file): DataResponse {
		$viewer = $this->viewers->current();
		$seen = $this->access->find($viewer, $file);
		return new DataResponse($seen === null ? $this->signatures->listLeft($viewer, $file) : $this->signatures->list($viewer, $seen));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/sheets/{file}/signatures', requirements: ['file' => '\d{1,18}'])]
	public function sign(int $file, mixed $hash = ''): DataResponse {
		$viewer = $this->viewers->current();
		$this->signatures->sign($viewer, $this->access->seen($viewer, $file), $this->access->own($viewer), Input::string($hash, 'hash'));
		return $this->answer($viewer, $file);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/sheets/{file}/signatures/paper', requirements: ['file' => '\d{1,18}'])]
	public function enter(int $file): DataResponse {
		[$viewer, $seen] = $this->collected($file);
		$signature = $this->signatures->enter($viewer, $seen, $this->request->getParams());
		return new DataResponse($this->signatures->one($viewer, $signature, $signature->getHash()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/sheets/{file}/signatures/mail', requirements: ['file' => '\d{1,18}'])]
	public function ask(int $file, mixed $name = '', mixed $email = ''): DataResponse {
		[$viewer, $seen] = $this->collected($file);
		$signature = $this->asking->ask($viewer, $seen, $name, $email);
		return new DataResponse($this->signatures->one($viewer, $signature, $signature->getHash()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/sheets/{file}/signatures/{signature}', requirements: ['file' => '\d{1,18}', 'signature' => '\d{1,18}'])]
	public function withdraw(int $file, int $signature): DataResponse {
		$viewer = $this->viewers->current();
		$seen = $this->access->find($viewer, $file);
		if ($seen === null) {
			$this->signatures->withdrawLeft($viewer, $file, $signature);
			return new DataResponse(null);
		}
		$this->signatures->withdraw($viewer, $seen, $signature);
		return $this->answer($viewer, $file);
	}

	/**
	 * @return array{Viewer, SeenSheet} of who collects
	 * @throws ReasonException not_yours · not_found · not_signable
	 */
	private function collected(int $file): array {
		$viewer = $this->viewers->current();
		if (!$viewer->facilitator) {
			throw ReasonException::notYours();
		}
		$seen = $this->access->seen($viewer, $file);
		$this->signatures->hash($viewer, $seen);
		return [$viewer, $seen];
	}

	private function answer(Viewer $viewer, int $file): DataResponse {
		return new DataResponse($this->presenter->present($viewer, $this->access->seen($viewer, $file)));
	}
}
